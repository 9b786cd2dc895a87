import type { RouteCase } from './route-case';

const SERVER = { name: 'Mine', transport: { type: 'http', url: 'https://mcp.example.com/mcp' }, enabled: false };

const STEP = { server: 'Notes 1', tool: 'echo', arguments: { message: { $from: 'input', pointer: '/text' } } };
const CHAIN = {
  name: 'My chain',
  inputSchema: { type: 'object', properties: { text: { type: 'string' } } },
  steps: [STEP],
};

/** MCP servers, their tools and their calls. */
export const MCP_ROUTES: RouteCase[] = [
  { method: 'GET', path: '/api/v1/mcp/catalogue', needs: 'mcpServer.read' },
  { method: 'GET', path: '/api/v1/mcp/servers', needs: 'mcpServer.read' },
  {
    method: 'POST',
    path: '/api/v1/mcp/servers',
    needs: 'mcpServer.write',
    body: SERVER,
    foreign: { body: { ...SERVER, name: 'Theirs', workspaceId: '{workspace}' }, status: 404 },
  },
  {
    method: 'POST',
    path: '/api/v1/mcp/servers/import',
    needs: 'mcpServer.read',
    body: { mcpServers: { docs: { url: 'https://mcp.example.com/mcp' } } },
  },
  { method: 'GET', path: '/api/v1/mcp/servers/export', needs: 'mcpServer.read' },
  { method: 'GET', path: '/api/v1/mcp/servers/[id]', needs: 'mcpServer.read', id: 'mcpServer' },
  {
    method: 'PATCH',
    path: '/api/v1/mcp/servers/[id]',
    needs: 'mcpServer.write',
    id: 'mcpServer',
    body: { toolTimeoutSeconds: 60 },
  },
  { method: 'POST', path: '/api/v1/mcp/servers/[id]/test', needs: 'mcpServer.use', id: 'mcpServer' },
  { method: 'GET', path: '/api/v1/mcp/servers/[id]/tools', needs: 'mcpServer.read', id: 'mcpServer' },
  {
    method: 'PATCH',
    path: '/api/v1/mcp/servers/[id]/tools/[name]',
    needs: 'mcpServer.write',
    id: 'mcpServer',
    body: { state: 'approved', policy: 'allow' },
  },
  {
    method: 'POST',
    path: '/api/v1/mcp/servers/[id]/tools/[name]/call',
    needs: 'mcpServer.use',
    id: 'mcpServer',
    body: { arguments: { message: 'hello' } },
  },
  // That of the test asks nobody to sign in: 409 to its owner.
  {
    method: 'GET',
    path: '/api/v1/mcp/servers/[id]/authorize',
    needs: 'mcpServer.use',
    id: 'mcpServer',
    isControl: true,
  },
  { method: 'DELETE', path: '/api/v1/mcp/servers/[id]/authorization', needs: 'mcpServer.use', id: 'mcpServer' },
  // No part of the API: a page leads here. Without a session it is 401, a state that is nobody's uses nothing up (lib/features/mcp-authorization).
  { method: 'GET', path: '/api/mcp/oauth/callback', needs: null },
  { method: 'GET', path: '/api/mcp/oauth/client-metadata', needs: null },
  { method: 'GET', path: '/api/v1/mcp/servers/[id]/history', needs: 'mcpServer.read', id: 'mcpServer' },
  { method: 'GET', path: '/api/v1/mcp/servers/[id]/resources', needs: 'mcpServer.use', id: 'mcpServer' },
  { method: 'GET', path: '/api/v1/mcp/servers/[id]/prompts', needs: 'mcpServer.use', id: 'mcpServer' },
  { method: 'GET', path: '/api/v1/mcp/servers/[id]/messages', needs: 'mcpServer.write', id: 'mcpServer' },
  { method: 'GET', path: '/api/v1/mcp/servers/[id]/metrics', needs: 'mcpServer.read', id: 'mcpServer' },
  { method: 'GET', path: '/api/v1/mcp/servers/[id]/quotas', needs: 'mcpServer.read', id: 'mcpServer' },
  {
    method: 'PUT',
    path: '/api/v1/mcp/servers/[id]/quotas',
    needs: 'mcpServer.write',
    id: 'mcpServer',
    body: { server: { callsPerDay: 1000 }, tools: { echo: { callsPerMinute: 100 } } },
  },
  { method: 'GET', path: '/api/v1/mcp/chains', needs: 'mcpServer.read' },
  {
    method: 'POST',
    path: '/api/v1/mcp/chains',
    needs: 'mcpServer.write',
    names: 'mcpServer',
    body: CHAIN,
    foreign: { body: { ...CHAIN, workspaceId: '{workspace}' }, status: 404 },
  },
  { method: 'GET', path: '/api/v1/mcp/chains/[id]', needs: 'mcpServer.read', id: 'mcpChain' },
  {
    method: 'PATCH',
    path: '/api/v1/mcp/chains/[id]',
    needs: 'mcpServer.write',
    id: 'mcpChain',
    body: { description: 'D' },
  },
  {
    method: 'POST',
    path: '/api/v1/mcp/chains/[id]/run',
    needs: 'mcpServer.use',
    id: 'mcpChain',
    body: { arguments: { text: 'hello' } },
  },
  { method: 'DELETE', path: '/api/v1/mcp/chains/[id]', needs: 'mcpServer.write', id: 'mcpChain' },
  { method: 'DELETE', path: '/api/v1/mcp/servers/[id]', needs: 'mcpServer.write', id: 'mcpServer' },
];
