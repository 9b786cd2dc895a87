import { createShare } from '@/lib/features/shares/create-share';
import { listShares } from '@/lib/features/shares/list-shares';
import { revokeOwnShares } from '@/lib/features/shares/revoke-own-shares';
import { newShareInput, shareListQuery } from '@/lib/features/shares/share-input';
import { shareSchema } from '@/lib/features/shares/share-schema';
import { json, list, NOTHING } from '@/lib/platform/http/answer';
import { otherMethods } from '@/lib/platform/http/other-methods';
import { requestOrigin } from '@/lib/platform/http/request-origin';
import { created, noContent } from '@/lib/platform/http/respond';
import { route } from '@/lib/platform/http/route';

export const GET = route(
  {
    about: 'Lists links to conversations, one’s own and those that one administers, newest first.',
    answer: list(shareSchema),
    query: shareListQuery,
  },
  async ({ actor, query }) => listShares(actor, query),
);

export const POST = route(
  {
    about: 'Makes a link that shows a branch of a conversation.',
    answer: json({ share: shareSchema }, 201),
    body: newShareInput,
  },
  async ({ actor, body, request }) =>
    created({ share: await createShare(actor, body, requestOrigin(request.headers)) }),
);

export const DELETE = route({ about: 'Revokes all links that one has made.', answer: NOTHING }, async ({ actor }) => {
  await revokeOwnShares(actor);
  return noContent();
});

export const { PUT, PATCH, OPTIONS } = otherMethods('GET', 'POST', 'DELETE');
