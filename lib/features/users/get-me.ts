import 'server-only';
import { findUser } from '@/db/queries/users/find-user';
import type { UserRecord } from '@/db/types/user-record';
import { texts } from '@/lib/features/texts';
import type { Actor } from '@/lib/platform/auth/actor';
import { AppError } from '@/lib/platform/errors/app-error';

export async function getMe(actor: Actor): Promise<UserRecord> {
  const found = await findUser(actor.userId);
  if (!found) throw new AppError('not_found', texts.accountGone);
  return found;
}
