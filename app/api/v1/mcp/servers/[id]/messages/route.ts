import { messageSchema } from '@/lib/features/mcp-insight/insight-schema';
import { listMessages } from '@/lib/features/mcp-insight/list-beside';
import { list } from '@/lib/platform/http/answer';
import { idParams } from '@/lib/platform/http/id-params';
import { otherMethods } from '@/lib/platform/http/other-methods';
import { route } from '@/lib/platform/http/route';

export const GET = route(
  {
    about: 'The newest messages between the application and an MCP server, without secrets, for whoever may change it.',
    needs: 'mcpServer.write',
    answer: list(messageSchema),
    params: idParams,
  },
  async ({ actor, params }) => ({ items: await listMessages(actor, params.id), nextCursor: null }),
);

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET');
