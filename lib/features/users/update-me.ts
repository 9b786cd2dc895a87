import 'server-only';
import { z } from 'zod';
import { markSessionRevoked } from '@/db/queries/sessions/mark-session-revoked';
import { updateUser } from '@/db/queries/users/update-user';
import type { UserRecord } from '@/db/types/user-record';
import { texts } from '@/lib/features/texts';
import type { Actor } from '@/lib/platform/auth/actor';
import { recheckRights } from '@/lib/platform/auth/held-rights';
import { hashPassword } from '@/lib/platform/auth/password-hash';
import { AppError } from '@/lib/platform/errors/app-error';
import { requirePassword } from './require-password';
import { nameInput, passwordInput } from './user-input';

export const updateMeInput = z
  .strictObject({
    name: nameInput.optional(),
    password: passwordInput.optional(),
    currentPassword: z.string().max(200).optional(),
  })
  .refine((input) => input.name !== undefined || input.password !== undefined, texts.giveNameOrPassword);

/**
 * Changes the actor's name or password. A password needs the current one, unless the person has none yet, and signs every other
 * browser out.
 */
export async function updateMe(
  actor: Actor,
  input: z.infer<typeof updateMeInput>,
  address: string,
): Promise<UserRecord> {
  const password = input.currentPassword ?? '';
  if (input.password !== undefined) await requirePassword(actor, { password, field: 'currentPassword', address });
  const changed = await updateUser(actor.userId, {
    name: input.name,
    passwordHash: input.password === undefined ? undefined : await hashPassword(input.password),
  });
  if (!changed) throw new AppError('not_found', texts.accountGone);
  if (input.password !== undefined) {
    await markSessionRevoked(actor.userId, { allExcept: actor.via.kind === 'session' ? actor.via.sessionId : null });
    recheckRights();
  }
  return changed;
}
