import { z } from 'zod';
import { requireServer } from '@/lib/features/mcp-servers/require-server';
import { performCall } from '@/lib/features/mcp-tools/perform-call';
import { prepareCall } from '@/lib/features/mcp-tools/prepare-call';
import { streamCall } from '@/lib/features/mcp-tools/stream-call';
import { toolParams } from '@/lib/features/mcp-tools/tool-params';
import { callOutcomeSchema } from '@/lib/features/mcp-tools/tool-schema';
import { json } from '@/lib/platform/http/answer';
import { otherMethods } from '@/lib/platform/http/other-methods';
import { route } from '@/lib/platform/http/route';

const EVENTS = 'text/event-stream';
const HEADERS = {
  'content-type': `${EVENTS}; charset=utf-8`,
  'cache-control': 'no-cache, no-transform',
  'x-accel-buffering': 'no',
};

export const POST = route(
  {
    needs: 'mcpServer.use',
    about: 'Calls a tool of an MCP server oneself; who accepts `text/event-stream` hears of its progress too.',
    answer: { ...json(callOutcomeSchema), media: [EVENTS] },
    params: toolParams,
    body: z.strictObject({ arguments: z.record(z.string(), z.unknown()).default({}) }),
    access: ({ actor, params }) => requireServer(actor, params.id, 'use'),
  },
  async ({ actor, params: { id, name }, body, request }) => {
    const call = await prepareCall(actor, { serverId: id, name, arguments: body.arguments });
    if (request.headers.get('accept')?.includes(EVENTS))
      return new Response(streamCall(actor, call), { headers: HEADERS });
    return performCall(actor, call, { signal: request.signal });
  },
);

export const { GET, HEAD, PUT, PATCH, DELETE, OPTIONS } = otherMethods('POST');
