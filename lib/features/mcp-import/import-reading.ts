/** What reading a text brings, all with the paths of the text but for `in`. */
export interface ImportReading {
  servers: ImportedServer[];
  secrets: ImportedSecret[];
  warnings: { key: string; message: string }[];
  faults: { path: string; message: string }[];
}

/** A body for POST /mcp/servers, once its slots are filled. */
export interface ImportedServer {
  name: string;
  transport: ImportedRemote | ImportedProgram;
  enabled?: boolean;
  toolTimeoutSeconds?: number;
}

export interface ImportedRemote {
  type: 'http' | 'sse';
  url: string;
  headers?: Record<string, string | { secret: string }>;
}

export interface ImportedProgram {
  type: 'stdio';
  command: string;
  args?: string[];
  env?: Record<string, string | { secret: string }>;
}

/** A `${NAME}` for a person to fill: nothing of this machine's environment is ever put there. */
export interface ImportedSecret {
  name: string;
  /** Where it stands, for example `servers[0].transport.headers.Authorization`. */
  in: string;
  description?: string;
}

export type Section = Record<string, unknown>;

export function isSection(value: unknown): value is Section {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
