import { linkShare } from '@/lib/features/shares/link-share';
import { shareSchema } from '@/lib/features/shares/share-schema';
import { json } from '@/lib/platform/http/answer';
import { idParams } from '@/lib/platform/http/id-params';
import { otherMethods } from '@/lib/platform/http/other-methods';
import { requestOrigin } from '@/lib/platform/http/request-origin';
import { route } from '@/lib/platform/http/route';

export const POST = route(
  {
    about: 'Gives a link with its address, to whoever made it.',
    answer: json({ share: shareSchema }),
    params: idParams,
  },
  async ({ actor, params, request }) => ({
    share: await linkShare(actor, params.id, requestOrigin(request.headers)),
  }),
);

export const { GET, HEAD, PUT, PATCH, DELETE, OPTIONS } = otherMethods('POST');
