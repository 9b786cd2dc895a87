import { INSIDE } from './sandbox-profile';

/** Why a program cannot be run in a sandbox, or was ended there. */
export const texts = {
  onlyLinux: 'Sandboxes need Linux.',
  noBubblewrap: 'The program bubblewrap is not installed on this server (Debian, Ubuntu: apt-get install bubblewrap).',
  refusedBySystem: (said: string) =>
    `This server’s system does not let sandboxes be made${said ? `: ${said}` : ''}. docs/mcp-security.md says what it needs, in containers too.`,
  noLimits: 'Bounds on memory, processes and files cannot be set in the sandbox.',
  copyFailed: 'The folder is too large to be copied, or cannot be read.',
  memory: (megabytes: number) => `It needed more than ${megabytes} MB of memory.`,
  disk: (megabytes: number) => `It kept more than ${megabytes} MB in ${INSIDE.home}.`,
  processes: (most: number) => `It started more than ${most} processes.`,
  time: (seconds: number) => `It took longer than ${seconds} s.`,
  output: (kilobytes: number) => `It wrote more than ${kilobytes} kB.`,
};
