/** What the opened details of a run say. */
export const texts = {
  agents: 'Agents',
  timeline: 'Timeline',
  answers: 'Answers & diff',
  votes: 'Votes',
  context: 'Context',
  cost: 'Cost',
  files: 'Files',
  chooseText:
    'It wins immediately, whatever the votes are, and the final answer is written from it. The other answers are kept.',
  backToAll: 'Back to all agents (Esc)',
  allAgents: 'All agents',
  agent: 'Agent',
  askToChoose: (answerId: string | null) => (answerId === null ? 'Use this answer?' : `Use ${answerId}?`),
  agentState: (slot: string, state: string) => `Agent ${slot}, ${state}`,
  chooseAction: (answerId: string | null) => (answerId === null ? 'Use it' : `Use ${answerId}`),
  decision: 'Decision',
};
