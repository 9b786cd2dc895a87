import 'server-only';
import type { z } from 'zod';
import { isShareOrphaned } from '@/db/queries/shared/is-share-orphaned';
import { selectSharedTree } from '@/db/queries/shared/select-shared-messages';
import { changeShare, type ShareChanges } from '@/db/queries/shares/change-share';
import type { ShareRecord } from '@/db/types/share-record';
import { sharedPath } from '@/lib/features/shared/shared-path';
import { texts as general } from '@/lib/features/texts';
import type { Actor } from '@/lib/platform/auth/actor';
import { recheckViews } from '@/lib/platform/auth/held-views';
import { hashPassword } from '@/lib/platform/auth/password-hash';
import { AppError } from '@/lib/platform/errors/app-error';
import { findShareOrThrow } from './find-share-or-throw';
import { recordShare } from './record-share';
import { refuseByPolicy } from './refuse-by-policy';
import type { shareChanges } from './share-input';
import { findSharedBranch } from './shared-branch';
import { takeSnapshot } from './take-snapshot';
import { texts } from './texts';

type Changes = z.infer<typeof shareChanges>;

/**
 * Changes a link at its address; whoever has it open sees it anew. Throws `not_found` for one that the actor may not see, `conflict` for one
 * that is revoked, or that somebody else still answers for.
 */
export async function updateShare(actor: Actor, shareId: string, changes: Changes): Promise<ShareRecord> {
  const before = await findShareOrThrow(actor, shareId);
  if (before.revokedAt) throw new AppError('conflict', texts.revoked, { hint: texts.revokedHint });
  const { password, refresh, takeOver, ...plain } = changes;
  const people = plain.people ?? before.people;
  if ((plain.audience ?? before.audience) === 'people' && people.length === 0)
    throw invalid('people', texts.givePeople);
  if (takeOver && before.ownerId !== actor.userId && !(await isShareOrphaned(shareId))) {
    throw new AppError('conflict', texts.alreadyYours, { hint: texts.alreadyYoursHint });
  }
  if (plain.audience) {
    const { workspaceId } = await findSharedBranch(actor, { conversationId: before.conversationId });
    await refuseByPolicy(workspaceId, plain.audience);
  }
  const changed = await changeShare(actor, shareId, {
    ...plain,
    ...(password !== undefined && { passwordHash: password === null ? null : await hashPassword(password) }),
    ...(takeOver && { ownerId: actor.userId }),
    ...(await snapshotAfter(actor, before, { mode: plain.mode, leafId: plain.leafId, refresh })),
  });
  if (!changed) throw new AppError('conflict', texts.revoked, { hint: texts.revokedHint });
  recheckViews();
  await recordShare(
    actor,
    takeOver ? 'share.takeOver' : 'share.update',
    { id: shareId, ...changed },
    detailsOf(changes),
  );
  return findShareOrThrow(actor, shareId);
}

function detailsOf({ level, mode, audience, systemMessages, password, refresh }: Changes) {
  return {
    ...(level && { level }),
    ...(mode && { mode }),
    ...(audience && { audience }),
    ...(systemMessages !== undefined && { systemMessages }),
    ...(password !== undefined && { hasPassword: password !== null }),
    ...(refresh && { isRefreshed: true }),
  };
}

/** A snapshot is taken where one is asked for, where a live link becomes one, and where another branch is shown. */
async function snapshotAfter(
  actor: Actor,
  before: ShareRecord,
  { mode = before.mode, leafId, refresh }: Pick<Changes, 'mode' | 'leafId' | 'refresh'>,
): Promise<ShareChanges> {
  if (refresh && mode === 'live') throw invalid('refresh', texts.onlySnapshot);
  if (mode === 'live' && leafId === undefined) return { snapshot: null };
  const isNew = refresh || leafId !== undefined || before.mode !== mode;
  if (!isNew) return {};
  const { conversationId } = before;
  const end = leafId ?? (refresh ? await newestOf(before) : before.leafId);
  const branch = await findSharedBranch(actor, { conversationId, leafId: end });
  const snapshot =
    mode === 'snapshot' ? await takeSnapshot({ conversationId, title: branch.title, leafId: branch.leafId }) : null;
  return { snapshot, leafId: branch.leafId };
}

/** The same branch with what has followed. */
async function newestOf({ conversationId, leafId }: ShareRecord): Promise<string> {
  return sharedPath(await selectSharedTree(conversationId), leafId, true).at(-1) ?? leafId;
}

function invalid(path: string, message: string): AppError {
  return new AppError('invalid', general.invalidInput, { fields: [{ path, message }] });
}
