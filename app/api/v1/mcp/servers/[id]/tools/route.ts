import { listTools } from '@/lib/features/mcp-tools/list-tools';
import { toolSchema } from '@/lib/features/mcp-tools/tool-schema';
import { list } from '@/lib/platform/http/answer';
import { idParams } from '@/lib/platform/http/id-params';
import { otherMethods } from '@/lib/platform/http/other-methods';
import { route } from '@/lib/platform/http/route';

export const GET = route(
  {
    about: 'Lists the tools of an MCP server with their full text, whether agents may use them, and how.',
    answer: list(toolSchema),
    params: idParams,
  },
  async ({ actor, params }) => ({ items: await listTools(actor, params.id), nextCursor: null }),
);

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET');
