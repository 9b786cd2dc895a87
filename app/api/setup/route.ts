import { z } from 'zod';
import { createOwner } from '@/lib/features/users/create-owner';
import { newUserInput } from '@/lib/features/users/user-input';
import { userSchema } from '@/lib/features/users/user-schema';
import { json } from '@/lib/platform/http/answer';
import { otherMethods } from '@/lib/platform/http/other-methods';
import { created } from '@/lib/platform/http/respond';
import { route } from '@/lib/platform/http/route';

const setupInput = newUserInput.extend({ token: z.string().max(100).optional() });

export const POST = route(
  {
    about: 'Makes the owner of a new instance.',
    answer: json({ user: userSchema }, 201),
    auth: 'none',
    body: setupInput,
  },
  async ({ body, request }) => created({ user: await createOwner(body, request.headers) }),
);

export const { GET, HEAD, PUT, PATCH, DELETE, OPTIONS } = otherMethods('POST');
