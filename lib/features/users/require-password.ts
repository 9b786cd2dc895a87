import 'server-only';
import { setTimeout } from 'node:timers/promises';
import { findUserWithPassword } from '@/db/queries/users/find-user-with-password';
import { texts } from '@/lib/features/texts';
import type { Actor } from '@/lib/platform/auth/actor';
import { limitSignIn } from '@/lib/platform/auth/limit-sign-in';
import { checkPassword } from '@/lib/platform/auth/password-hash';
import { AppError } from '@/lib/platform/errors/app-error';

interface Given {
  password: string;
  /** Name of the field that has it. */
  field: string;
  address: string;
}

/** Throws `invalid` unless the password is the actor's, `rate_limited` after many tries. Who has none needs none. */
export async function requirePassword(actor: Actor, { password, field, address }: Given): Promise<void> {
  const found = await findUserWithPassword({ userId: actor.userId });
  if (!found?.passwordHash) return;
  const { delayMs, forgive } = await limitSignIn(actor.email, address);
  await setTimeout(delayMs);
  const { fits } = await checkPassword(found.passwordHash, password);
  if (!fits) {
    throw new AppError('invalid', texts.wrongPassword, {
      fields: [{ path: field, message: texts.wrongPasswordField }],
    });
  }
  await forgive();
}
