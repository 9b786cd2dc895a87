/** Why something about an MCP server was refused, and what is wrong with one. */
export const texts = {
  noSuchServer: 'There is no such MCP server.',
  noSuchTool: 'The server has no such tool.',
  adminsOnly: 'Only an administrator of the workspace may add and change its MCP servers.',
  nameTaken: 'There is already an MCP server of this name.',
  nameReserved: (name: string) => `The name “${name}” is taken by the application.`,
  nameForm:
    'A name has letters, digits, blanks, dots, dashes and underscores, at most 64 in all, and begins with a letter or digit.',
  giveTransport: 'Say how the server is reached: “http” or “sse”.',
  noStdio:
    'Servers that are started as a program are not available in this version: there is no sandbox for them yet. Give the URL of a server that runs elsewhere.',
  otherTransport: (given: string, near: string | null) =>
    `There is no transport “${given}”. ${near ? `Did you mean “${near}”?` : 'Known: http, sse.'}`,
  notAnAddress: 'This is not an http or https address.',
  passwordInAddress: 'An address must not contain a user name or password. Put them into a header.',
  needsHttps: 'Use https: what is sent to a public address over http can be read on its way.',
  privateAddress: (origin: string) =>
    `Private addresses are refused. An administrator of this instance can allow it: MASSGEN_TRUSTED_ORIGINS=${origin}`,
  headerName: 'This is not the name of a header.',
  ownHeader: 'The application sets this header itself.',
  headerValue: 'A header’s value must be one line of printable characters.',
  fillIn: (name: string) => `Fill in ${name}.`,
  noSecretKept: 'No secret is stored here yet. Give it: {"secret": "…"}.',
  seconds: (most: number) => `Give a whole number of seconds from 1 to ${most}.`,
  noChange: 'Give at least one change.',
  serverChanged: 'Someone has changed this server in the meantime.',
  serverChangedHint: 'Compare the two, then save again with the current version.',
  toolChanged: 'The tool has changed since you read it.',
  toolChangedHint: 'Read its new description, then approve that.',
  toolState: 'A person can set “approved” or “blocked”.',
  secretUnreadable: 'A secret of this server is missing or cannot be read any more. Enter it again.',
  secretsStep: 'Read its secrets',
  notReached: 'It could not be reached.',
  disabled: 'This server is switched off.',
  toolBlocked: 'This tool is blocked.',
  toolDenied: 'The settings forbid calls of this tool.',
  giveFormat: 'Give one of: claude, vscode, cursor, codex.',
  unknownServer: (name: string, near: string | null) =>
    `There is no MCP server “${name}” that you may use. ${near ? `Did you mean “${near}”?` : 'Add it under Settings → MCP.'}`,
};
