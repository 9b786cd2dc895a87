import 'server-only';
import { findUser } from '@/db/queries/users/find-user';
import type { UserRecord } from '@/db/types/user-record';
import type { Actor } from '@/lib/auth/actor';
import { AppError } from '@/lib/errors/app-error';

export async function getMe(actor: Actor): Promise<UserRecord> {
  const found = await findUser(actor.userId);
  if (!found) throw new AppError('not_found', 'This account is gone.');
  return found;
}
