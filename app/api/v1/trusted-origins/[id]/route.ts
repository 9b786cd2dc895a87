import { changeTrustedOrigin, trustedOriginChanges } from '@/lib/features/trusted-origins/change-trusted-origin';
import { distrustOrigin } from '@/lib/features/trusted-origins/distrust-origin';
import { requireOwner } from '@/lib/features/trusted-origins/require-owner';
import { storedOriginSchema } from '@/lib/features/trusted-origins/trusted-origin-schema';
import { json, NOTHING } from '@/lib/platform/http/answer';
import { idParams } from '@/lib/platform/http/id-params';
import { otherMethods } from '@/lib/platform/http/other-methods';
import { noContent } from '@/lib/platform/http/respond';
import { route } from '@/lib/platform/http/route';

export const PATCH = route(
  {
    needs: 'trustedOrigin.manage',
    about: 'Changes for whom an address is trusted.',
    answer: json({ trustedOrigin: storedOriginSchema }),
    params: idParams,
    body: trustedOriginChanges,
    access: ({ actor }) => requireOwner(actor),
  },
  async ({ actor, params, body }) => ({
    trustedOrigin: await changeTrustedOrigin(actor, params.id, body),
  }),
);

export const DELETE = route(
  { needs: 'trustedOrigin.manage', about: 'Trusts an address no more.', answer: NOTHING, params: idParams },
  async ({ actor, params }) => {
    await distrustOrigin(actor, params.id);
    return noContent();
  },
);

export const { GET, HEAD, POST, PUT, OPTIONS } = otherMethods('PATCH', 'DELETE');
