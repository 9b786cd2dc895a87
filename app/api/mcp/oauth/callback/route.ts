import { finishSignIn } from '@/lib/features/mcp-authorization/finish-sign-in';
import { NOTHING } from '@/lib/platform/http/answer';
import { otherMethods } from '@/lib/platform/http/other-methods';
import { requestOrigin } from '@/lib/platform/http/request-origin';
import { route } from '@/lib/platform/http/route';

export const GET = route(
  {
    about:
      'Where people come back to from an authorization server: takes them to the settings of the MCP server, which say how it went.',
    answer: NOTHING,
    isVisited: true,
  },
  async ({ actor, request }) => {
    const { serverId, outcome } = await finishSignIn(actor, new URL(request.url).searchParams);
    const place = serverId === null ? '/settings/mcp' : `/settings/mcp/${serverId}`;
    const location = `${requestOrigin(request.headers)}${place}?signIn=${outcome}`;
    // Nothing of what came by the link goes on to anybody.
    const headers = { location, 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' };
    return new Response(null, { status: 303, headers });
  },
);

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET');
