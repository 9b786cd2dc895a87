import { signOut } from '@/lib/features/mcp-authorization/sign-out';
import { NOTHING } from '@/lib/platform/http/answer';
import { idParams } from '@/lib/platform/http/id-params';
import { otherMethods } from '@/lib/platform/http/other-methods';
import { noContent } from '@/lib/platform/http/respond';
import { route } from '@/lib/platform/http/route';

export const DELETE = route(
  {
    about: 'Ends the sign-in of whoever asks to an MCP server, and tells its authorization server.',
    answer: NOTHING,
    params: idParams,
  },
  async ({ actor, params }) => {
    await signOut(actor, params.id);
    return noContent();
  },
);

export const { GET, HEAD, POST, PUT, PATCH, OPTIONS } = otherMethods('DELETE');
