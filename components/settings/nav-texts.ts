/** The sections of the settings. */
export const texts = {
  sections: 'Settings',
  account: 'Account',
  appearance: 'Appearance',
  keyboard: 'Keyboard',
  models: 'Models',
  prompts: 'Prompts',
  mcp: 'MCP',
  links: 'My links',
  workspaces: 'Workspaces',
  usage: 'Usage',
  reliability: 'Reliability',
  data: 'Data',
};
