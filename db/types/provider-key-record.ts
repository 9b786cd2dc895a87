export interface ProviderKeyRecord {
  id: string;
  workspaceId: string;
  /** Null = the whole workspace's key. */
  userId: string | null;
  provider: string;
  hint: string;
  baseUrl: string | null;
  createdAt: Date;
}
