import type { SnapshotRecord } from '@/db/types/snapshot-record';
import type { Context, ContextFile, ContextItem, FileChange } from '@/lib/context-sharing/context';

/** `index` = its place among everything that the slot has done in the run. */
type Placed<Kind extends ContextItem['kind']> = { index: number } & Omit<Extract<ContextItem, { kind: Kind }>, 'kind'>;

/** A snapshot as the API answers it. */
export interface ContextView
  extends Pick<Context, 'id' | 'hash' | 'parentId' | 'runId' | 'slot' | 'backend' | 'seq' | 'kind' | 'answerId'> {
  conversationId: string;
  createdAt: Date;
  messages: Placed<'text'>[];
  toolCalls: Placed<'tool'>[];
  notes: Placed<'note'>[];
  answers: Placed<'answer'>[];
  /** The whole working folder. */
  files: Omit<ContextFile, 'mode'>[];
  /** What has changed in it since the turn began. */
  changes: ChangeView[];
  plan: Context['plan'];
  usage: Context['usage'];
}

interface ChangeView {
  path: string;
  status: 'added' | 'changed' | 'removed';
  /** Now; of what is removed, before. */
  hash: string | null;
  bytes: number;
}

/** What a snapshot holds, by kind. */
export function contextView({ conversationId, createdAt }: SnapshotRecord, context: Context): ContextView {
  const { items, files, changes, ...rest } = context;
  return {
    ...rest,
    conversationId,
    createdAt,
    messages: placed(items, 'text'),
    toolCalls: placed(items, 'tool'),
    notes: placed(items, 'note'),
    answers: placed(items, 'answer'),
    files: files.map(({ mode: _, ...file }) => file),
    changes: changes.map(changeView),
  };
}

function placed<Kind extends ContextItem['kind']>(items: ContextItem[], kind: Kind): Placed<Kind>[] {
  return items.flatMap((item, index) => {
    if (item.kind !== kind) return [];
    const { kind: _, ...rest } = item;
    return [{ index, ...rest } as unknown as Placed<Kind>];
  });
}

function changeView({ path, before, after }: FileChange): ChangeView {
  const { hash, bytes } = after ?? before ?? { hash: null, bytes: 0 };
  return { path, status: !before ? 'added' : !after ? 'removed' : 'changed', hash, bytes };
}
