import 'server-only';
import { selectShares } from '@/db/queries/shares/select-shares';
import type { ShareRecord } from '@/db/types/share-record';
import type { Actor } from '@/lib/platform/auth/actor';
import { AppError } from '@/lib/platform/errors/app-error';
import { texts } from './texts';

/** A link that the actor may see. Throws `not_found` for any other. */
export async function findShareOrThrow(actor: Actor, shareId: string): Promise<ShareRecord> {
  const [found] = await selectShares(actor, { id: shareId, limit: 1 });
  if (!found) throw new AppError('not_found', texts.noSuchShare);
  return found;
}
