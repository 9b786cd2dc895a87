import { eraseUser } from '@/lib/features/erasure/erase-account';
import { requireInstanceAdmin } from '@/lib/features/users/require-instance-admin';
import { NOTHING } from '@/lib/platform/http/answer';
import { idParams } from '@/lib/platform/http/id-params';
import { otherMethods } from '@/lib/platform/http/other-methods';
import { noContent } from '@/lib/platform/http/respond';
import { route } from '@/lib/platform/http/route';

export const DELETE = route(
  {
    needs: 'person.create',
    about:
      'Erases somebody’s account with what is private; what they have published passes to an owner of its workspace.',
    answer: NOTHING,
    params: idParams,
    access: ({ actor }) => requireInstanceAdmin(actor),
  },
  async ({ actor, params }) => {
    await eraseUser(actor, params.id);
    return noContent();
  },
);

export const { GET, HEAD, POST, PUT, PATCH, OPTIONS } = otherMethods('DELETE');
