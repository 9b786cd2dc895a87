import 'server-only';
import { type SharedMessage, selectSharedMessages, selectSharedTree } from '@/db/queries/shared/select-shared-messages';
import { mapLimited } from '@/lib/platform/async/map-limited';
import type { SharedMessageView, SharedRunView, SharedView } from '@/lib/protocol/projection/shared-view';
import { shownParts } from '@/lib/protocol/projection/shown-message';
import { listSharedFiles } from './list-shared-files';
import { readSharedRun } from './read-shared-run';
import { sharedPath } from './shared-path';
import type { SharedSource } from './shared-source';

const AT_ONCE = 4;

/** What a link shows: the messages of its branch, each run as its level shows it. */
export async function readShared(source: SharedSource): Promise<SharedView> {
  const stored = await readSharedMessages(source);
  const runs = await mapLimited(
    stored.flatMap(({ run, chosen }) => (run ? [{ run, chosen }] : [])),
    AT_ONCE,
    async ({ run, chosen }) => ({
      ...(await readSharedRun(source, run, chosen)),
      files: await listSharedFiles(source, run),
    }),
  );
  const byId = new Map(runs.map((run) => [run.id, run]));
  const messages = stored.map((message) => shownMessage(source, message, byId.get(message.run?.id ?? '')));
  return { share: heading(source, stored, runs), messages, runs };
}

/** The messages of the branch as they were stored, oldest first; of a snapshot what was chosen later is left out. */
export async function readSharedMessages({ conversationId, leafId, snapshot }: SharedSource): Promise<SharedMessage[]> {
  const tree = await selectSharedTree(conversationId);
  const path = sharedPath(tree, snapshot?.leafId ?? leafId, snapshot === null);
  const messages = await selectSharedMessages(path);
  if (!snapshot) return messages;
  return messages.map((message) => (isLater(message, snapshot.takenAt) ? { ...message, chosen: null } : message));
}

function isLater({ chosen }: SharedMessage, takenAt: string): boolean {
  return chosen !== null && chosen.at > takenAt;
}

function shownMessage(
  source: SharedSource,
  { id, parentId, role, parts, chosen, createdAt, run }: SharedMessage,
  shownRun: SharedRunView | undefined,
): SharedMessageView {
  // Of an answer that a run writes its log is the truth, unless a person has chosen another one since.
  const isWritten = run !== null && chosen === null;
  const text = shownRun?.final ?? '';
  return {
    ...{ id, parentId, role, createdAt: createdAt.toISOString() },
    parts: isWritten ? (text === '' ? [] : [{ type: 'text', text }]) : shownParts(parts, source),
    runId: run?.id ?? null,
  };
}

function heading(
  { title, level, mode, ownerName, snapshot }: SharedSource,
  messages: SharedMessage[],
  runs: SharedRunView[],
): SharedView['share'] {
  const times = [
    ...messages.map(({ createdAt }) => createdAt.toISOString()),
    ...runs.flatMap(({ endedAt }) => endedAt ?? []),
    ...messages.flatMap(({ chosen }) => chosen?.at ?? []),
  ].toSorted();
  return { title, level, mode, ownerName, updatedAt: snapshot?.takenAt ?? times.at(-1) ?? new Date(0).toISOString() };
}
