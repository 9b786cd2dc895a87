import { findShareOrThrow } from '@/lib/features/shares/find-share-or-throw';
import { revokeShare } from '@/lib/features/shares/revoke-share';
import { shareChanges } from '@/lib/features/shares/share-input';
import { shareSchema } from '@/lib/features/shares/share-schema';
import { updateShare } from '@/lib/features/shares/update-share';
import { json, NOTHING } from '@/lib/platform/http/answer';
import { idParams } from '@/lib/platform/http/id-params';
import { otherMethods } from '@/lib/platform/http/other-methods';
import { noContent } from '@/lib/platform/http/respond';
import { route } from '@/lib/platform/http/route';

export const GET = route(
  { about: 'Gives a link, without its address.', answer: json({ share: shareSchema }), params: idParams },
  async ({ actor, params }) => ({ share: await findShareOrThrow(actor, params.id) }),
);

export const PATCH = route(
  {
    about: 'Changes what a link shows and to whom, at the same address; `refresh` takes its snapshot anew.',
    answer: json({ share: shareSchema }),
    params: idParams,
    body: shareChanges,
    access: ({ actor, params }) => findShareOrThrow(actor, params.id),
  },
  async ({ actor, params, body }) => ({ share: await updateShare(actor, params.id, body) }),
);

export const DELETE = route(
  { about: 'Revokes a link: nobody can open it any more.', answer: NOTHING, params: idParams },
  async ({ actor, params }) => {
    await revokeShare(actor, params.id);
    return noContent();
  },
);

export const { POST, PUT, OPTIONS } = otherMethods('GET', 'PATCH', 'DELETE');
