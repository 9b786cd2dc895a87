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
const ONE = '/api/v1/workspaces/[id]';
const id = 'teamWorkspace';

/** Workspaces with more than one member. The workspace itself is deleted behind what is in it. */
export const WORKSPACE_ROUTES: RouteCase[] = [
  { method: 'GET', path: '/api/v1/workspaces', needs: 'workspace.read' },
  { method: 'POST', path: '/api/v1/workspaces', needs: 'workspace.create', body: { name: 'Ours' } },
  { method: 'GET', path: ONE, needs: 'workspace.read', id },
  { method: 'PATCH', path: ONE, needs: 'workspace.manage', id, body: { name: 'Ours too' } },
  { method: 'GET', path: `${ONE}/policy`, needs: 'workspace.read', id },
  { method: 'PUT', path: `${ONE}/policy`, needs: 'workspace.manage', id, body: POLICY },
  { method: 'GET', path: `${ONE}/members`, needs: 'workspace.read', id },
  { method: 'PATCH', path: `${ONE}/members/[userId]`, needs: 'workspace.manage', id, body: { role: 'viewer' } },
  { method: 'GET', path: `${ONE}/invites`, needs: 'workspace.manage', id },
  { method: 'POST', path: `${ONE}/invites`, needs: 'workspace.manage', id, body: { role: 'member' } },
  { method: 'POST', path: `${ONE}/transfer`, needs: 'workspace.own', id, body: { userId: '{user}' } },
  { method: 'GET', path: `${ONE}/usage`, needs: 'insights.read', id },
  { method: 'GET', path: `${ONE}/insights`, needs: 'insights.read', id },
  { method: 'GET', path: `${ONE}/export`, needs: 'workspace.own', id },
  { method: 'GET', path: `${ONE}/audit`, needs: 'audit.read', id },
  { method: 'DELETE', path: `${ONE}/invites/[inviteId]`, needs: 'workspace.manage', id },
  { method: 'DELETE', path: `${ONE}/members/[userId]`, needs: 'workspace.manage', id },
  { method: 'DELETE', path: ONE, needs: 'workspace.own', id },
  // Whoever has the link.
  { method: 'GET', path: '/api/v1/invites/[token]', needs: null },
  { method: 'POST', path: '/api/v1/invites/[token]/accept', needs: null },
];
