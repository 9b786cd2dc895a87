import { z } from 'zod';
import { authorizeServer } from '@/lib/features/mcp-authorization/authorize-server';
import { json } from '@/lib/platform/http/answer';
import { idParams } from '@/lib/platform/http/id-params';
import { otherMethods } from '@/lib/platform/http/other-methods';
import { requestOrigin } from '@/lib/platform/http/request-origin';
import { route } from '@/lib/platform/http/route';

export const GET = route(
  {
    about:
      'Begins a sign-in to an MCP server: the address of the page that the person opens, who comes back within ten minutes.',
    answer: json({ authorizationUrl: z.url() }),
    params: idParams,
  },
  async ({ actor, params, request }) => ({
    authorizationUrl: await authorizeServer(actor, params.id, requestOrigin(request.headers)),
  }),
);

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET');
