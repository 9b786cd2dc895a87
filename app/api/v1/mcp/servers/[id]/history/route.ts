import { requireServer } from '@/lib/features/mcp-servers/require-server';
import { callsQuery, listCalls } from '@/lib/features/mcp-tools/list-calls';
import { callSchema } from '@/lib/features/mcp-tools/tool-schema';
import { list } from '@/lib/platform/http/answer';
import { idParams } from '@/lib/platform/http/id-params';
import { otherMethods } from '@/lib/platform/http/other-methods';
import { route } from '@/lib/platform/http/route';

export const GET = route(
  {
    about: 'Lists calls of an MCP server’s tools, newest first: one’s own, and to who manages the server everybody’s.',
    answer: list(callSchema),
    params: idParams,
    query: callsQuery,
    access: ({ actor, params }) => requireServer(actor, params.id, 'read'),
  },
  async ({ actor, params, query }) => listCalls(actor, params.id, query),
);

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET');
