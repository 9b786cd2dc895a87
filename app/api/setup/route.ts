import { z } from 'zod';
import { created } from '@/lib/http/respond';
import { route } from '@/lib/http/route';
import { createOwner } from '@/lib/users/create-owner';
import { newUserInput } from '@/lib/users/user-input';

const setupInput = newUserInput.extend({ token: z.string().max(100).optional() });

export const POST = route({ auth: 'none', body: setupInput }, async ({ body, request }) =>
  created({ user: await createOwner(body, request.headers) }),
);
