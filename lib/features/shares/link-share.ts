import 'server-only';
import { findShareToken } from '@/db/queries/shares/find-share-token';
import type { ShareRecord } from '@/db/types/share-record';
import type { Actor } from '@/lib/platform/auth/actor';
import { AppError } from '@/lib/platform/errors/app-error';
import { findShareOrThrow } from './find-share-or-throw';
import { openShareToken, shareUrl } from './share-token';
import { texts } from './texts';

/** A link with its address, for whoever made it. Throws `not_found`, `forbidden` for others who may change it, `conflict` once it is revoked. */
export async function linkShare(actor: Actor, shareId: string, origin: string): Promise<ShareRecord & { url: string }> {
  const share = await findShareOrThrow(actor, shareId);
  if (share.ownerId !== actor.userId) throw new AppError('forbidden', texts.ownersLink, { hint: texts.ownersLinkHint });
  const sealed = share.revokedAt === null ? await findShareToken(actor, shareId) : null;
  if (sealed === null) throw new AppError('conflict', texts.revoked, { hint: texts.revokedHint });
  return { ...share, url: shareUrl(origin, await openShareToken(sealed, shareId)) };
}
