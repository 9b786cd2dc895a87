import { createUser } from '@/lib/features/users/create-user';
import { requireInstanceAdmin } from '@/lib/features/users/require-instance-admin';
import { newUserInput } from '@/lib/features/users/user-input';
import { userSchema } from '@/lib/features/users/user-schema';
import { json } from '@/lib/platform/http/answer';
import { otherMethods } from '@/lib/platform/http/other-methods';
import { created } from '@/lib/platform/http/respond';
import { route } from '@/lib/platform/http/route';

export const POST = route(
  {
    needs: 'person.create',
    about: 'Makes an account for somebody.',
    answer: json({ user: userSchema }, 201),
    body: newUserInput,
    access: ({ actor }) => requireInstanceAdmin(actor),
  },
  async ({ actor, body }) => created({ user: await createUser(actor, body) }),
);

export const { GET, HEAD, PUT, PATCH, DELETE, OPTIONS } = otherMethods('POST');
