import { createServer } from '@/lib/features/mcp-servers/create-server';
import { listServers, serversQuery } from '@/lib/features/mcp-servers/list-servers';
import { newServerSchema } from '@/lib/features/mcp-servers/server-input';
import { serverSchema } from '@/lib/features/mcp-servers/server-schema';
import { json, list } from '@/lib/platform/http/answer';
import { otherMethods } from '@/lib/platform/http/other-methods';
import { created } from '@/lib/platform/http/respond';
import { route } from '@/lib/platform/http/route';

export const GET = route(
  {
    about: 'Lists the MCP servers that are one’s own or a workspace’s.',
    answer: list(serverSchema),
    query: serversQuery,
  },
  async ({ actor, query }) => ({ items: await listServers(actor, query), nextCursor: null }),
);

export const POST = route(
  {
    about: 'Adds an MCP server and connects to it; one that cannot be reached is added with its status.',
    answer: json({ server: serverSchema }, 201),
    body: newServerSchema,
  },
  async ({ actor, body }) => created({ server: await createServer(actor, body) }),
);

export const { PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET', 'POST');
