import type { SignIn } from './mcp-authorization-record';

/** The value of a header or a variable as it stands in the table: secrets stand apart, encrypted. */
export type StoredHeader = string | { secret: true };

/** A server that is reached by its address. */
export interface StoredRemote {
  type: 'http' | 'sse';
  url: string;
  headers?: Record<string, StoredHeader>;
  oauth?: StoredOauth;
}

/** As what this application is known to a server's authorization server, where a person has registered it there. */
export interface StoredOauth {
  clientId: string;
  /** The authorization server to which the secret belongs; no other one is given it. */
  issuer?: string;
  scope?: string;
  /** `clientCredentials` = the application itself is let in, no person. */
  grant: 'authorizationCode' | 'clientCredentials';
  clientSecret?: { secret: true };
  /** PKCS #8, for a signed assertion in the place of a secret. */
  privateKey?: { secret: true };
  algorithm?: string;
}

/** A server that is a program, started on this machine. */
export interface StoredProgram {
  type: 'stdio';
  command: string;
  args?: string[];
  env?: Record<string, StoredHeader>;
  /** Absent = it reaches nobody. */
  network?: boolean;
  /** Of this machine, seen inside at the same path; absent = none. */
  folders?: { path: string; writable: boolean }[];
}

export type StoredTransport = StoredRemote | StoredProgram;

export type McpStatus = 'unchecked' | 'ready' | 'needs_authorization' | 'unavailable';

/** What was found when the server was last connected to. */
export interface McpFinding {
  status: McpStatus;
  /** The revision of the protocol that both sides speak. */
  era: string | null;
  serverInfo: { name: string; version: string; title?: string } | null;
  instructions: string | null;
  /** Why it cannot be used, in words for people. */
  problem: string | null;
  latencyMs: number | null;
}

export interface McpServerRecord extends McpFinding {
  id: string;
  workspaceId: string;
  /** Null = the whole workspace's server. */
  userId: string | null;
  name: string;
  transport: StoredTransport;
  enabled: boolean;
  toolTimeoutSeconds: number;
  group: string | null;
  trusted: boolean;
  /** Of all its tools together; null = each by its own. */
  policy: ToolPolicy | null;
  version: number;
  /** People sign in to it, each for themselves. */
  signsIn: boolean;
  checkedAt: Date | null;
  createdAt: Date;
  updatedAt: Date;
}

export type ToolPolicy = 'allow' | 'ask' | 'deny';

/** With what lists say of its tools, and whoever asks of their own sign-in. */
export type ListedServer = McpServerRecord & { toolCount: number; waitingCount: number; signIn: SignIn | null };

/** The value of a header or a variable, encrypted. */
export interface SealedSecret {
  /** Of the header or variable. */
  name: string;
  ciphertext: string;
}
