import { eraseMe, eraseMeInput } from '@/lib/features/erasure/erase-account';
import { getMe } from '@/lib/features/users/get-me';
import { updateMe, updateMeInput } from '@/lib/features/users/update-me';
import { userSchema } from '@/lib/features/users/user-schema';
import { json, NOTHING } from '@/lib/platform/http/answer';
import { clientAddress } from '@/lib/platform/http/client-address';
import { otherMethods } from '@/lib/platform/http/other-methods';
import { noContent } from '@/lib/platform/http/respond';
import { route } from '@/lib/platform/http/route';

export const GET = route({ about: 'Says who asks.', answer: json({ user: userSchema }) }, async ({ actor }) => ({
  user: await getMe(actor),
}));

export const PATCH = route(
  {
    needs: 'account.write',
    about: 'Changes one’s name or password.',
    answer: json({ user: userSchema }),
    body: updateMeInput,
  },
  async ({ actor, body, request }) => ({
    user: await updateMe(actor, body, clientAddress(request.headers)),
  }),
);

export const DELETE = route(
  {
    needs: 'account.write',
    about:
      'Erases one’s account, with the password or just after signing in: what is private goes, what was published passes on.',
    answer: NOTHING,
    body: eraseMeInput,
  },
  async ({ actor, body, request }) => {
    await eraseMe(actor, body, clientAddress(request.headers));
    return noContent();
  },
);

export const { POST, PUT, OPTIONS } = otherMethods('GET', 'PATCH', 'DELETE');
