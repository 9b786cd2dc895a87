import { probeSchema } from '@/lib/features/mcp-servers/server-schema';
import { testServer } from '@/lib/features/mcp-servers/test-server';
import { json } from '@/lib/platform/http/answer';
import { idParams } from '@/lib/platform/http/id-params';
import { otherMethods } from '@/lib/platform/http/other-methods';
import { route } from '@/lib/platform/http/route';

export const POST = route(
  {
    needs: 'mcpServer.use',
    about: 'Connects to an MCP server afresh and says step by step how that went.',
    answer: json(probeSchema),
    params: idParams,
  },
  async ({ actor, params }) => testServer(actor, params.id),
);

export const { GET, HEAD, PUT, PATCH, DELETE, OPTIONS } = otherMethods('POST');
