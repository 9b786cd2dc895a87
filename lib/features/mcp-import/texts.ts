/** What is said of a text from which MCP servers are read. */
export const texts = {
  noServers: 'This text contains no MCP servers.',
  noServersHint:
    'Paste an address, a command such as “npx name@version”, the configuration of Claude, VS Code, Cursor or Codex, a server.json, or a MassGen file with “mcp_servers”.',
  nothingRead: 'Nothing was read. Correct the text and try again.',
  faultAt: (line: number, column: number, fault: string) => `Line ${line}, column ${column}: ${fault}`,
  tooLong: (kilobytes: number) => `The text is longer than ${kilobytes} kB.`,
  tooDeep: 'The text is nested too deeply.',
  notASection: 'A server is a section with “url” or “command”.',
  noAddress: 'The server has neither an address nor a command.',
  notText: 'Left out: this must be a text.',
  leftOut: 'Left out: it has no meaning here.',
  didYouMean: (near: string) => `Left out. Did you mean “${near}”?`,
  renamed: (name: string) => `Named “${name}”: other characters are not allowed in a name.`,
  nameTwice: (name: string) => `Another server of this text is named “${name}” too.`,
  remoteWrapper: 'Connected to directly: the program “mcp-remote” is not needed for that.',
  noPermissions: 'Left out: an import approves nothing. Approve tools after adding the server.',
  toolChoice: 'Left out: which tools are used is chosen for each agent of a team.',
  noNpm: 'None of its packages is one of npm, and it has no address. Others are not started.',
  noFolder: 'Left out: the program works in a folder of its own.',
  pinned: (name: string, version: string) => `“${name}” is version ${version}, as the catalogue has it.`,
  versionMissing: (name: string) =>
    `Say which version of “${name}”: it is installed once, and never another one without your word.`,
  noOAuth: 'Left out: the server itself says where to sign in. An OAuth client of your own is entered on its page.',
  noHelper: 'Left out: the server of this application runs no programs and reads no files for an import.',
  clampedTimeout: (seconds: number) => `Set to ${seconds} s.`,
};
