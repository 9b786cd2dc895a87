import 'server-only';
import { z } from 'zod';
import { markSessionRevoked } from '@/db/queries/sessions/mark-session-revoked';
import { findPassword } from '@/db/queries/users/find-password';
import { updateUser } from '@/db/queries/users/update-user';
import type { UserRecord } from '@/db/types/user-record';
import type { Actor } from '@/lib/auth/actor';
import { limitSignIn } from '@/lib/auth/limit-sign-in';
import { checkPassword, hashPassword } from '@/lib/auth/password-hash';
import { AppError } from '@/lib/errors/app-error';
import { nameInput, passwordInput } from './user-input';

export const updateMeInput = z
  .strictObject({
    name: nameInput.optional(),
    password: passwordInput.optional(),
    currentPassword: z.string().max(200).optional(),
  })
  .refine((input) => input.name !== undefined || input.password !== undefined, 'Give a name or a password.');

/**
 * Changes the actor's name or password. A password needs the current one, unless the person has none yet, and signs every other
 * browser out.
 */
export async function updateMe(
  actor: Actor,
  input: z.infer<typeof updateMeInput>,
  address: string,
): Promise<UserRecord> {
  if (input.password !== undefined) await requireCurrentPassword(actor, input.currentPassword ?? '', address);
  const changed = await updateUser(actor.userId, {
    name: input.name,
    passwordHash: input.password === undefined ? undefined : await hashPassword(input.password),
  });
  if (!changed) throw new AppError('not_found', 'This account is gone.');
  if (input.password !== undefined) {
    await markSessionRevoked(actor.userId, { allExcept: actor.via.kind === 'session' ? actor.via.sessionId : null });
  }
  return changed;
}

async function requireCurrentPassword(actor: Actor, given: string, address: string): Promise<void> {
  const found = await findPassword({ userId: actor.userId });
  if (!found?.passwordHash) return;
  const forgive = await limitSignIn(actor.email, address);
  const { fits } = await checkPassword(found.passwordHash, given);
  if (!fits) {
    throw new AppError('invalid', 'The current password is wrong.', {
      fields: [{ path: 'currentPassword', message: 'It is wrong.' }],
    });
  }
  await forgive();
}
