import type { RouteCase } from './route-case';

/** Saved prompts; see route-table.ts. */
export const PROMPT_ROUTES: RouteCase[] = [
  { method: 'GET', path: '/api/v1/prompts', needs: 'prompt.read' },
  { method: 'GET', path: '/api/v1/prompts/export', needs: 'prompt.read' },
  {
    method: 'POST',
    path: '/api/v1/prompts/import',
    needs: 'prompt.create',
    body: { prompts: [{ name: 'From a file', text: 'Of a file.' }] },
    foreign: { body: { prompts: [{ name: 'n', text: 't' }], workspaceId: '{workspace}' }, status: 422 },
  },
  {
    method: 'POST',
    path: '/api/v1/prompts',
    needs: 'prompt.create',
    body: { name: 'Mine', text: 'Hello {{name}}.' },
    foreign: { body: { name: 'Yours', text: 'x', workspaceId: '{workspace}' }, status: 422 },
  },
  { method: 'GET', path: '/api/v1/prompts/[id]', needs: 'prompt.read', id: 'prompt' },
  { method: 'PATCH', path: '/api/v1/prompts/[id]', needs: 'prompt.write', id: 'prompt', body: { name: 'Other' } },
  { method: 'DELETE', path: '/api/v1/prompts/[id]', needs: 'prompt.write', id: 'prompt' },
];
