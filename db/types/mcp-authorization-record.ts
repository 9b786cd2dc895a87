/** A person's sign-in to a server, as it is stored. */
export interface McpAuthorizationRecord {
  /** Of the sign-in: another one makes other connections. */
  id: string;
  serverId: string;
  userId: string;
  issuer: string;
  account: string | null;
  scope: string | null;
  ciphertext: string;
  expiresAt: Date | null;
  version: number;
  isLost: boolean;
  neededScope: string | null;
}

/** What people see of their own sign-in. */
export type SignIn = Pick<
  McpAuthorizationRecord,
  'id' | 'userId' | 'issuer' | 'account' | 'scope' | 'isLost' | 'neededScope'
>;
