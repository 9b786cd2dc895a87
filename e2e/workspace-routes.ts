import type { RouteCase } from './route-case';

const POLICY = {
  quotas: { callsPerMinute: 60 },
  backends: null,
  mcp: { servers: 'any', tools: 'allow' },
  sharing: 'anyone',
  memberCostUsdPerMonth: null,
  workspaceCostUsdPerMonth: null,
  retentionDays: null,
};

/** Of workspaces: the owner's own one stands for those that a stranger must not know of. */
export const WORKSPACE_ROUTES: RouteCase[] = [
  { method: 'GET', path: '/api/v1/workspaces/[id]/policy', needs: 'workspace.read', id: 'workspace' },
  { method: 'PUT', path: '/api/v1/workspaces/[id]/policy', needs: 'workspace.manage', id: 'workspace', body: POLICY },
];
