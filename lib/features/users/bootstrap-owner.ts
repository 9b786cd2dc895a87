import 'server-only';
import { insertApiKey } from '@/db/queries/api-keys/insert-api-key';
import { createFirstUser } from '@/db/queries/users/create-first-user';
import { hasUsers } from '@/db/queries/users/has-users';
import { hashApiKey } from '@/lib/platform/auth/hash-api-key';
import { hashPassword } from '@/lib/platform/auth/password-hash';
import { EnvironmentError, env } from '@/lib/platform/config/env';
import { newUserInput } from './user-input';

/**
 * Makes the owner from `MASSGEN_ADMIN_EMAIL`, `MASSGEN_ADMIN_PASSWORD` and, if given, `MASSGEN_ADMIN_API_KEY`, at the first start
 * only. Throws an `EnvironmentError` when an e-mail is given without a usable password.
 */
export async function bootstrapOwner(): Promise<void> {
  const { MASSGEN_ADMIN_EMAIL, MASSGEN_ADMIN_PASSWORD, MASSGEN_ADMIN_API_KEY } = env();
  if (!MASSGEN_ADMIN_EMAIL || (await hasUsers())) return;
  const parsed = newUserInput.safeParse({ email: MASSGEN_ADMIN_EMAIL, password: MASSGEN_ADMIN_PASSWORD ?? '' });
  if (!parsed.success) {
    const wrong = parsed.error.issues.map(
      ({ path, message }) => `  MASSGEN_ADMIN_${String(path[0]).toUpperCase()}: ${message}`,
    );
    throw new EnvironmentError(`The owner cannot be made from the environment:\n${wrong.join('\n')}`);
  }
  const { email, password } = parsed.data;
  const owner = await createFirstUser({
    email,
    name: email.replace(/@.*/, ''),
    passwordHash: await hashPassword(password),
    role: 'owner',
  });
  // Null: another instance that started at the same moment has done it.
  if (!owner || !MASSGEN_ADMIN_API_KEY) return;
  await insertApiKey({
    userId: owner.id,
    name: 'MASSGEN_ADMIN_API_KEY',
    hash: hashApiKey(MASSGEN_ADMIN_API_KEY),
    prefix: MASSGEN_ADMIN_API_KEY.slice(0, 6),
  });
}
