import { quotasAnswer, quotasBody } from '@/lib/features/mcp-quotas/quota-schema';
import { getQuotas, setQuotas } from '@/lib/features/mcp-quotas/quotas';
import { requireServer } from '@/lib/features/mcp-servers/require-server';
import { json } from '@/lib/platform/http/answer';
import { idParams } from '@/lib/platform/http/id-params';
import { otherMethods } from '@/lib/platform/http/other-methods';
import { route } from '@/lib/platform/http/route';

const answer = json({ quotas: quotasAnswer });

export const GET = route(
  { about: 'How many calls an MCP server and its tools take.', answer, params: idParams },
  async ({ actor, params }) => ({ quotas: await getQuotas(actor, params.id) }),
);

export const PUT = route(
  {
    about: 'Lays down how many calls an MCP server and its tools take; a call beyond that is a tool error.',
    answer,
    params: idParams,
    body: quotasBody,
    access: ({ actor, params }) => requireServer(actor, params.id, 'write'),
  },
  async ({ actor, params, body }) => ({ quotas: await setQuotas(actor, params.id, body) }),
);

export const { POST, PATCH, DELETE, OPTIONS } = otherMethods('GET', 'PUT');
