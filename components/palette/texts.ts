/** What the command palette says. */
export const texts = {
  title: 'Go to anything',
  field: 'Find a conversation, a team, a page or an action',
  results: 'Results',
  nothing: 'Nothing matches.',
  groups: { action: 'Actions', page: 'Pages', team: 'Teams', conversation: 'Conversations', found: 'In messages' },
  newChat: 'New chat',
  shortcuts: 'Keyboard shortcuts',
  search: (asked: string) => `Search all messages for “${asked}”`,
  askTeam: 'Start a new chat with this team',
  pages: {
    search: 'Search and organise conversations',
    teams: 'Teams',
    newTeam: 'New team',
    importTeam: 'Import a team',
    settings: 'Settings',
    mcp: 'MCP servers',
    usage: 'Usage',
    reliability: 'How good are my agents?',
    api: 'REST API',
  },
};
