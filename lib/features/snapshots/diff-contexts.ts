import 'server-only';
import { getDb } from '@/db/client';
import type { Context, ContextFile, ContextItem } from '@/lib/context-sharing/context';
import type { FileDiff } from '@/lib/context-sharing/files/file-diff';
import { fileDiffs } from '@/lib/context-sharing/files/file-diffs';
import { createContextStore } from '@/lib/context-sharing/store/context-store';
import { fileChanges } from '@/lib/context-sharing/store/file-changes';
import { texts } from '@/lib/features/texts';
import type { Actor } from '@/lib/platform/auth/actor';
import { AppError } from '@/lib/platform/errors/app-error';
import { addedItems } from './added-items';
import { findSnapshotOrThrow } from './find-snapshot-or-throw';
import { type PlanChange, planChanges } from './plan-changes';

/** An answer with all of them has some tens of megabytes at worst. */
const LIMITS = { maxFiles: 300 };

export interface ContextDiff {
  contextId: string;
  /** `null` = against nothing. */
  against: string | null;
  files: FileDiff[];
  /** What the slot has done since; all of it when the other one is of another slot or turn. */
  items: { added: ContextItem[] };
  plan: PlanChange[];
}

/**
 * What differs between a snapshot and another of the same conversation, by default the one before. Throws `not_found` for what the actor may
 * not see, `invalid` for a snapshot of another conversation, `context_damaged`.
 */
export async function diffContexts(actor: Actor, contextId: string, wanted?: string): Promise<ContextDiff> {
  const snapshot = await findSnapshotOrThrow(actor, contextId);
  const against = wanted ?? snapshot.parentId;
  if (wanted !== undefined && (await findSnapshotOrThrow(actor, wanted)).conversationId !== snapshot.conversationId) {
    const message = texts.othersContext;
    throw new AppError('invalid', texts.notComparable, { fields: [{ path: 'against', message }] });
  }
  const store = createContextStore(await getDb());
  const after = await store.load(contextId);
  const before = against === null ? null : await store.load(against);
  const old = byPath(before);
  const owner = new Map((before?.files ?? []).map(({ hash }) => [hash, before?.id]));
  const changes = fileChanges(old, byPath(after));
  return {
    contextId,
    against,
    files: await fileDiffs(changes, (hash) => store.blob(hash, owner.get(hash) ?? contextId), LIMITS),
    items: { added: before ? addedItems(before, after) : after.items },
    plan: planChanges(before?.plan ?? [], after.plan),
  };
}

function byPath(context: Context | null): Map<string, ContextFile> {
  return new Map((context?.files ?? []).map((file) => [file.path, file]));
}
