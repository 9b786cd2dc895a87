export interface RemoteTransport<Secret> {
  type: 'http' | 'sse';
  url: string;
  headers?: Record<string, string | { secret: Secret }>;
  oauth?: OauthClient<Secret> | undefined;
}

/** As what this application is registered with the server's authorization server. */
export interface OauthClient<Secret> {
  clientId: string;
  issuer?: string;
  scope?: string;
  grant: 'authorizationCode' | 'clientCredentials';
  clientSecret?: { secret: Secret };
  privateKey?: { secret: Secret };
  algorithm?: string;
}

export interface ProgramTransport<Secret> {
  type: 'stdio';
  command: string;
  args?: string[];
  env?: Record<string, string | { secret: Secret }>;
  network?: boolean;
  folders?: GrantedFolder[];
}

/** A folder of the server's machine that a program may use. */
export interface GrantedFolder {
  path: string;
  writable: boolean;
}

/** An MCP server as the REST API gives it. */
export interface McpServerInfo {
  id: string;
  name: string;
  scope: 'own' | 'workspace';
  transport: RemoteTransport<true> | ProgramTransport<true>;
  enabled: boolean;
  toolTimeoutSeconds: number;
  trusted: boolean;
  status: 'ready' | 'connecting' | 'needs_authorization' | 'unavailable' | 'disabled' | 'unchecked';
  /** People sign in to it, each for themselves. */
  signsIn: boolean;
  /** The person's own sign-in. */
  authorization: { issuer: string; account: string | null; scope: string | null; neededScope: string | null } | null;
  era: string | null;
  serverInfo: { name: string; version: string; title?: string } | null;
  toolCount: number;
  waitingCount: number;
  problem: string | null;
  latencyMs: number | null;
  version: number;
}

/** A tool of a server as the REST API gives it. */
export interface McpToolInfo {
  name: string;
  title?: string;
  description: string;
  inputSchema: object;
  outputSchema?: object;
  annotations?: Record<string, boolean | undefined>;
  hash: string;
  state: 'approved' | 'new' | 'changed' | 'blocked';
  policy: 'allow' | 'ask' | 'deny';
  tokens: number;
  diff?: { path: string; before?: unknown; after?: unknown }[];
}

/** What adds a server, with slots that are still to be filled. */
export interface McpServerBody {
  name: string;
  transport: RemoteTransport<string> | ProgramTransport<string>;
}

export interface McpSlot {
  name: string;
  in: string;
  description?: string;
}

/** What reading the configuration of another program brings. */
export interface ImportedServers {
  servers: McpServerBody[];
  secrets: McpSlot[];
  warnings: { key: string; message: string }[];
  faults: { path: string; message: string }[];
}

/** Whether a person may add servers that are programs, and how those would be run. */
export interface ProgramSupport {
  /** Why they cannot add one that works; `null` = they can. */
  problem: string | null;
  isSandboxed: boolean;
}

/** What can be added from the catalogue. */
export interface CatalogueItem {
  title: string;
  description: string;
  websiteUrl: string;
  body: McpServerBody;
  secrets: McpSlot[];
}
