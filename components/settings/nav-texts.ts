/** The sections of the settings. */
export const texts = {
  sections: 'Settings',
  account: 'Account',
  appearance: 'Appearance',
  keyboard: 'Keyboard',
  models: 'Models',
  mcp: 'MCP',
  workspaces: 'Workspaces',
  usage: 'Usage',
  reliability: 'Reliability',
  data: 'Data',
};
