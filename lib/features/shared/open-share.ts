import 'server-only';
import { findOpenShare, type OpenShare } from '@/db/queries/shared/find-open-share';
import { namesIn } from '@/lib/features/members/member-names';
import { hashShareToken } from '@/lib/features/shares/share-token';
import type { Actor } from '@/lib/platform/auth/actor';
import { AppError } from '@/lib/platform/errors/app-error';
import type { NameOf } from '@/lib/protocol/projection/named-by';
import { isUnlocked } from './share-cookie';
import { texts } from './texts';

/** An open link, with how the people of its workspace are called for whoever belongs to it. */
export type ViewedShare = OpenShare & { nameOf?: NameOf };

/**
 * The link with this token, for somebody for whom it is and who has given its password. Throws `not_found`, always the same, for one that
 * is revoked, expired, unknown or not for them; `password_required` where only the password is missing.
 */
export async function openShare(token: string, viewer: Actor | null, headers: Headers): Promise<ViewedShare> {
  const share = await openLockedShare(token, viewer);
  if (!(await isUnlocked(share, headers)))
    throw new AppError('password_required', texts.passwordRequired, { hint: texts.passwordRequiredHint });
  // Who steered, only people of its workspace are told.
  return viewer && share.isColleague ? { ...share, nameOf: await namesIn(viewer, share.workspaceId) } : share;
}

/** The same before the password was given. */
export async function openLockedShare(token: string, viewer: Actor | null): Promise<OpenShare> {
  const hash = hashShareToken(token);
  const share = hash && (await findOpenShare(hash, viewer));
  if (!share) throw new AppError('not_found', texts.nothingHere);
  return share;
}
