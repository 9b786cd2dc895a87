import 'server-only';
import { timingSafeEqual } from 'node:crypto';
import { createFirstUser } from '@/db/queries/users/create-first-user';
import type { UserRecord } from '@/db/types/user-record';
import { texts } from '@/lib/features/texts';
import { hashPassword } from '@/lib/platform/auth/password-hash';
import { AppError } from '@/lib/platform/errors/app-error';
import { setupState } from './setup-state';
import { setupToken } from './setup-token';
import type { NewUserInput } from './user-input';

/**
 * Makes the owner of a new instance. `headers` are the request's: from another machine the printed token is needed
 * (`forbidden` without). Throws `conflict` when there is a user already; of several at once, one succeeds.
 */
export async function createOwner(input: NewUserInput & { token?: string }, headers: Headers): Promise<UserRecord> {
  const { needed, tokenRequired } = await setupState(headers);
  if (!needed) throw alreadySetUp();
  if (tokenRequired && !(await isSetupToken(input.token))) {
    throw new AppError('forbidden', texts.tokenNeeded);
  }
  const made = await createFirstUser({
    email: input.email,
    name: input.name ?? input.email.replace(/@.*/, ''),
    passwordHash: await hashPassword(input.password),
    role: 'owner',
  });
  if (!made) throw alreadySetUp();
  return made;
}

async function isSetupToken(given: string | undefined): Promise<boolean> {
  const expected = Buffer.from(await setupToken());
  const actual = Buffer.from(given ?? '');
  return actual.length === expected.length && timingSafeEqual(actual, expected);
}

function alreadySetUp(): AppError {
  return new AppError('conflict', texts.hasOwner, { hint: texts.signInInstead });
}
