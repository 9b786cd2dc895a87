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
  folderForm: 'Give the whole path of a folder, from “/” on, without “..” and without a slash at its end.',
  noFolder: (path: string) => `There is no folder ${path} on the server’s machine.`,
  folderIsLink: (path: string, real: string) => `${path} is a link. Give the folder itself: ${real}`,
  folderOfSandbox: (path: string) => `${path} is a place that the sandbox has of its own. Give another folder.`,
  folderTooMuch: (path: string) => `${path} holds what belongs to everybody. Give the one folder in it that is meant.`,
  folderOfSystem: (path: string) => `${path} belongs to the system, which is given to no program. Give another folder.`,
  folderHidden: (path: string) =>
    `${path} is hidden (a name in it begins with a dot), where keys and settings are kept. It is given to no program.`,
  folderOfApp: 'This folder holds this application or its data, or is in it. It is given to no program.',
  folderIsHome: (path: string) =>
    `${path} is somebody’s home, with their keys and settings in it. Give the one folder in it that is meant.`,
  folderNotReadable: (path: string, user: number) =>
    `The program is a user of its own (${user}), who may not read ${path}. Allow it: setfacl -R -m u:${user}:rX, or chmod -R o+rX, on that folder.`,
  folderNotWritable: (path: string, user: number) =>
    `The program is a user of its own (${user}), who may not write to ${path}. Allow it: setfacl -R -m u:${user}:rwX -m d:u:${user}:rwX on that folder, or give it the folder with chown.`,
  noBin: (name: string) => `The package ${name} has no program of its own name.`,
};
