import 'server-only';
import { createUser as insertUser } from '@/db/queries/users/create-user';
import type { UserRecord } from '@/db/types/user-record';
import { texts } from '@/lib/features/texts';
import type { Actor } from '@/lib/platform/auth/actor';
import { hashPassword } from '@/lib/platform/auth/password-hash';
import { AppError } from '@/lib/platform/errors/app-error';
import { requireInstanceAdmin } from './require-instance-admin';
import type { NewUserInput } from './user-input';

/** Makes an account for somebody. Throws `forbidden` for anybody but owner and administrators, `conflict` when the e-mail is taken. */
export async function createUser(actor: Actor, input: NewUserInput): Promise<UserRecord> {
  requireInstanceAdmin(actor);
  const made = await insertUser({
    email: input.email,
    name: input.name ?? input.email.replace(/@.*/, ''),
    passwordHash: await hashPassword(input.password),
    role: 'member',
  });
  if (!made) throw new AppError('conflict', texts.emailTaken);
  return made;
}
