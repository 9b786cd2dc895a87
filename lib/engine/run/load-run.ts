import type { ClaimedRun, MessagePart } from '@/db/queries/run-log/claimed-run';
import { readLog } from '@/db/queries/run-log/read-log';
import { readPath } from '@/db/queries/run-log/read-path';
import type { Db } from '@/db/types/database';
import type { AttachmentRef } from '@/lib/protocol/attachment';
import type { RunEvent } from '@/lib/protocol/event';
import { foldMore } from '@/lib/protocol/fold';
import { initialState } from '@/lib/protocol/initial-state';
import type { Audience } from '@/lib/protocol/projection/audience';
import type { NameOf } from '@/lib/protocol/projection/named-by';
import { projector } from '@/lib/protocol/projection/projector';
import type { HistoryMessage } from '@/lib/protocol/prompt-message';
import type { RunState } from '@/lib/protocol/state';

/** What the run's log folds to, read page by page. */
export function loadState(db: Db, runId: string): Promise<RunState> {
  return foldLog(db, runId, (events) => events);
}

/** What an audience may see of it. */
export function loadShownState(db: Db, runId: string, audience: Audience, nameOf?: NameOf): Promise<RunState> {
  const { show } = projector(audience, nameOf);
  return foldLog(db, runId, (events) => events.flatMap((event) => show(event) ?? []));
}

async function foldLog(db: Db, runId: string, shown: (events: RunEvent[]) => RunEvent[]): Promise<RunState> {
  let state = initialState(runId);
  for (let seq = 0; ; ) {
    const page = await readLog(db, runId, seq);
    if (page.lastSeq > 0) state = foldMore(state, shown(parseLog(page.events)));
    if (!page.more) return state;
    seq = page.lastSeq;
  }
}

function parseLog(events: string): RunEvent[] {
  return events
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as RunEvent);
}

export interface Turn {
  input: string;
  attachments: AttachmentRef[];
  history: HistoryMessage[];
}

/** What was said in this turn and in the conversation before it; answers that came to nothing are left out. */
export async function loadTurn(db: Db, run: ClaimedRun): Promise<Turn> {
  const said = { input: textOf(run.parts), attachments: attachmentsOf(run.parts) };
  if (run.parentId === null) return { ...said, history: [] };
  const messages = await readPath(db, run.parentId);
  const history = messages.map(({ id, role, parts }) => ({
    id,
    role,
    text: textOf(parts),
    attachments: attachmentsOf(parts),
  }));
  return { ...said, history: history.filter(({ text, attachments }) => text !== '' || attachments.length > 0) };
}

function textOf(parts: MessagePart[]): string {
  return parts.flatMap((part) => (part.type === 'text' ? [part.text] : [])).join('\n\n');
}

function attachmentsOf(parts: MessagePart[]): AttachmentRef[] {
  return parts.filter((part) => part.type === 'attachment').map(({ type: _, ...attachment }) => attachment);
}
