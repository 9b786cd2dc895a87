import type { RouteCase } from './route-case';

const SHOWN = { conversationId: '{conversation}', level: 'files' };

/** Links: by who makes them, and what they show to whoever has one. */
export const SHARE_ROUTES: RouteCase[] = [
  { method: 'GET', path: '/api/v1/shares', needs: 'share.read' },
  { method: 'POST', path: '/api/v1/shares', needs: 'share.create', names: 'conversation', body: SHOWN },
  { method: 'POST', path: '/api/v1/shares/preview', needs: 'share.create', names: 'conversation', body: SHOWN },
  { method: 'GET', path: '/api/v1/shares/[id]', needs: 'share.read', id: 'share' },
  { method: 'PATCH', path: '/api/v1/shares/[id]', needs: 'share.write', id: 'share', body: { title: 'X' } },
  { method: 'POST', path: '/api/v1/shares/[id]/link', needs: 'share.write', id: 'share' },
  { method: 'DELETE', path: '/api/v1/shares/[id]', needs: 'share.write', id: 'share' },
  { method: 'DELETE', path: '/api/v1/shares', needs: 'share.write' },
  { method: 'GET', path: '/api/v1/shared/[token]', needs: null },
  { method: 'GET', path: '/api/v1/shared/[token]/export', needs: null },
  { method: 'POST', path: '/api/v1/shared/[token]/unlock', needs: null, body: { password: 'a password' } },
  { method: 'GET', path: '/api/v1/shared/[token]/runs/[runId]', needs: null },
  { method: 'GET', path: '/api/v1/shared/[token]/runs/[runId]/events', needs: null },
  { method: 'GET', path: '/api/v1/shared/[token]/runs/[runId]/files/[...path]', needs: null },
  // Whoever has the link may copy what it shows; it becomes theirs.
  { method: 'POST', path: '/api/v1/shared/[token]/copy', needs: 'conversation.create' },
  // Who else looks at it hears that.
  {
    method: 'POST',
    path: '/api/v1/conversations/[id]/presence',
    needs: 'conversation.read',
    id: 'conversation',
    body: { stream: '01900000-0000-7000-8000-000000000000', state: 'here' },
  },
];
