import 'server-only';
import { setTimeout } from 'node:timers/promises';
import { findUserWithPassword } from '@/db/queries/users/find-user-with-password';
import { updateUser } from '@/db/queries/users/update-user';
import type { UserRecord } from '@/db/types/user-record';
import { limitSignIn } from './limit-sign-in';
import { checkPassword, hashPassword } from './password-hash';

/** The person with this e-mail and password, or null. Throws `rate_limited` after too many attempts. */
export async function signInWithPassword(attempt: {
  email: string;
  password: string;
  address: string;
}): Promise<UserRecord | null> {
  const email = attempt.email.trim().toLowerCase();
  const { delayMs, forgive } = await limitSignIn(email, attempt.address);
  await setTimeout(delayMs);
  const found = await findUserWithPassword({ email });
  const { fits, outdated } = await checkPassword(found?.passwordHash ?? null, attempt.password);
  if (!found || !fits) return null;
  await forgive();
  if (outdated) await updateUser(found.id, { passwordHash: await hashPassword(attempt.password) });
  const { passwordHash: _, ...person } = found;
  return person;
}
