/** What an administrator of a workspace has laid down for everybody in it. `null` = no limit of the workspace's own. */
export interface WorkspacePolicy {
  /** Of calls to MCP tools, of all members together. */
  quotas: { callsPerMinute?: number | undefined; callsPerDay?: number | undefined };
  /** Backend types that teams may use here. */
  backends: string[] | null;
  /** Ids of models by backend type, `*` at the end for any ending; a type that is not named, or no list at all = all of them. */
  allowedModels?: Record<string, string[]> | undefined;
  mcp: { servers: 'any' | 'catalogue' | 'none'; tools: 'allow' | 'ask' };
  /** The widest audience that a share may have. */
  sharing: 'anyone' | 'signedIn' | 'workspace' | 'none';
  /** US dollars at list price, by calendar month in UTC. */
  memberCostUsdPerMonth: number | null;
  workspaceCostUsdPerMonth: number | null;
  /** Conversations that nobody has used for as many days are deleted. */
  retentionDays: number | null;
  /** `rule` = no model gives conversations their titles and summaries; absent = each person decides. */
  titles?: 'model' | 'rule' | undefined;
}

/** Where nobody has laid down anything. */
export const OPEN_POLICY: WorkspacePolicy = {
  quotas: {},
  backends: null,
  mcp: { servers: 'any', tools: 'allow' },
  sharing: 'anyone',
  memberCostUsdPerMonth: null,
  workspaceCostUsdPerMonth: null,
  retentionDays: null,
};
