import { deleteServer } from '@/lib/features/mcp-servers/delete-server';
import { getServer } from '@/lib/features/mcp-servers/get-server';
import { requireServer } from '@/lib/features/mcp-servers/require-server';
import { serverChangesSchema } from '@/lib/features/mcp-servers/server-input';
import { serverSchema } from '@/lib/features/mcp-servers/server-schema';
import { updateServer } from '@/lib/features/mcp-servers/update-server';
import { json, NOTHING } from '@/lib/platform/http/answer';
import { idParams } from '@/lib/platform/http/id-params';
import { otherMethods } from '@/lib/platform/http/other-methods';
import { noContent } from '@/lib/platform/http/respond';
import { route } from '@/lib/platform/http/route';

const answer = json({ server: serverSchema });

export const GET = route({ about: 'Gives an MCP server.', answer, params: idParams }, async ({ actor, params }) => ({
  server: await getServer(actor, params.id),
}));

export const PATCH = route(
  {
    about: 'Changes an MCP server; a secret that is given as `{"secret": true}` stays as it is.',
    answer,
    params: idParams,
    body: serverChangesSchema,
    access: ({ actor, params }) => requireServer(actor, params.id, 'write'),
  },
  async ({ actor, params, body }) => ({ server: await updateServer(actor, params.id, body) }),
);

export const DELETE = route(
  { about: 'Deletes an MCP server with its secrets, tools and history.', answer: NOTHING, params: idParams },
  async ({ actor, params }) => {
    await deleteServer(actor, params.id);
    return noContent();
  },
);

export const { POST, PUT, OPTIONS } = otherMethods('GET', 'PATCH', 'DELETE');
