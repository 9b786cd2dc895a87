import { requireServer } from '@/lib/features/mcp-servers/require-server';
import { toolChangesSchema } from '@/lib/features/mcp-tools/tool-changes';
import { toolParams } from '@/lib/features/mcp-tools/tool-params';
import { toolSchema } from '@/lib/features/mcp-tools/tool-schema';
import { updateTool } from '@/lib/features/mcp-tools/update-tool';
import { json } from '@/lib/platform/http/answer';
import { otherMethods } from '@/lib/platform/http/other-methods';
import { route } from '@/lib/platform/http/route';

export const PATCH = route(
  {
    about: 'Approves or blocks a tool of an MCP server, and says how its calls are decided.',
    answer: json({ tool: toolSchema }),
    params: toolParams,
    body: toolChangesSchema,
    access: ({ actor, params }) => requireServer(actor, params.id, 'write'),
  },
  async ({ actor, params: { id, name }, body }) => ({
    tool: await updateTool(actor, { serverId: id, name }, body),
  }),
);

export const { GET, HEAD, POST, PUT, DELETE, OPTIONS } = otherMethods('PATCH');
