import { getMe } from '@/lib/features/users/get-me';
import { updateMe, updateMeInput } from '@/lib/features/users/update-me';
import { userSchema } from '@/lib/features/users/user-schema';
import { json } from '@/lib/platform/http/answer';
import { clientAddress } from '@/lib/platform/http/client-address';
import { otherMethods } from '@/lib/platform/http/other-methods';
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

export const { POST, PUT, DELETE, OPTIONS } = otherMethods('GET', 'PATCH');
