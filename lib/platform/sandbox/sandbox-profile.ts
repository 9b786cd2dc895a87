/** Bounds of what runs in a sandbox, all of it together but for what is said of each process. */
export interface SandboxLimits {
  /** Of all processes together, and of each one's data. */
  memoryBytes: number;
  processes: number;
  /** Open at once, of each process. */
  openFiles: number;
  /** Of one file that it writes. */
  fileBytes: number;
  /** In the folders that are kept in memory, each. */
  temporaryBytes: number;
  /** Of processor time, of each process. */
  cpuSeconds: number;
}

/** A folder or file of this machine that is seen inside, elsewhere or at its own place. */
export interface SandboxFolder {
  from: string;
  to: string;
  isWritable: boolean;
}

/** A program and all that it may see of this machine. */
export interface SandboxProfile {
  /** Looked for inside, on `PATH`. */
  command: string;
  args: string[];
  /** All of its environment, but for `PATH`, `HOME` and the like, which lead to nothing of this machine. */
  env: Record<string, string>;
  /** Absent = it reaches nobody. */
  network: boolean;
  /** A folder that is kept, and that it owns; `null` = one in memory, gone when it ends. */
  home: string | null;
  folders: SandboxFolder[];
  /** A folder of which it gets a copy, in memory, as its working folder. */
  copyOf: string | null;
  limits: SandboxLimits;
}

/** Where a program's own things are inside. */
export const INSIDE = { home: '/home/agent', work: '/work', given: '/given', node: '/opt/node/bin' } as const;
