import { getMetrics } from '@/lib/features/mcp-insight/get-metrics';
import { metricsAnswer, metricsQuery } from '@/lib/features/mcp-insight/insight-schema';
import { requireServer } from '@/lib/features/mcp-servers/require-server';
import { json } from '@/lib/platform/http/answer';
import { idParams } from '@/lib/platform/http/id-params';
import { otherMethods } from '@/lib/platform/http/other-methods';
import { route } from '@/lib/platform/http/route';

export const GET = route(
  {
    about:
      'How many calls of an MCP server there were, how they went and how long they took, and its background checks.',
    answer: json(metricsAnswer),
    params: idParams,
    query: metricsQuery,
    access: ({ actor, params }) => requireServer(actor, params.id, 'read'),
  },
  async ({ actor, params, query }) => ({ metrics: await getMetrics(actor, params.id, query) }),
);

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET');
