import { promptSchema } from '@/lib/features/mcp-insight/insight-schema';
import { listBesideTools } from '@/lib/features/mcp-insight/list-beside';
import { list } from '@/lib/platform/http/answer';
import { idParams } from '@/lib/platform/http/id-params';
import { otherMethods } from '@/lib/platform/http/other-methods';
import { route } from '@/lib/platform/http/route';

export const GET = route(
  {
    about: 'Asks an MCP server for its prompts.',
    needs: 'mcpServer.use',
    answer: list(promptSchema),
    params: idParams,
  },
  async ({ actor, params }) => ({ items: await listBesideTools(actor, params.id, 'prompts'), nextCursor: null }),
);

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET');
