import { created } from '@/lib/http/respond';
import { route } from '@/lib/http/route';
import { createUser } from '@/lib/users/create-user';
import { newUserInput } from '@/lib/users/user-input';

export const POST = route({ body: newUserInput }, async ({ actor, body }) =>
  created({ user: await createUser(actor, body) }),
);
