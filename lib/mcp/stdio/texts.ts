/** Why a server that is a program could not be used, and what is said of one before it is added. */
export const texts = {
  ended: (how: string, said: string) => `The program ended (${how})${said ? `: ${said}` : '.'}`,
  code: (code: number) => `exit code ${code}`,
  signal: (name: string) => `signal ${name}`,
  noProgram: (command: string) =>
    `There is no program “${command}” for it: inside the sandbox are the system’s programs, Node, and packages given as “npx name@version”.`,
  garbage: (megabytes: number) => `The program wrote more than ${megabytes} MB that is not MCP to its standard output.`,
  noSandbox: (because: string) =>
    `Programs are not started without a sandbox. ${because} The owner of this instance can decide otherwise: MASSGEN_MCP_SANDBOX=off.`,
  programsOff: 'Servers that are programs are switched off on this instance (MASSGEN_MCP_STDIO=off).',
  notInstalled: (name: string) =>
    `The package ${name} is not installed. Test the server under Settings → MCP: that installs it.`,
  notStarted: (said: string) => `The program could not be started: ${said}`,
  installFailed: (name: string, said: string) => `The package ${name} could not be installed. ${said}`,
  noNpm: 'The program npm is not there.',
  installTime: (seconds: number) => `It took longer than ${seconds} s.`,
  otherIntegrity: (name: string) =>
    `The registry gives another ${name} than the one that the catalogue knows. Nothing of it was kept.`,
  noBin: (name: string) => `The package ${name} has no program of its own name.`,
};
