import type { ClaimedRun } from '@/db/queries/run-log/claimed-run';
import { isSharing } from '@/lib/protocol/sharing';
import type { Team } from '@/lib/protocol/team';
import type { RunContexts } from '../context-source';
import type { EngineDeps } from '../engine-deps';
import type { EventDraft } from '../log/run-log';

interface Owner {
  run: ClaimedRun;
  deps: Pick<EngineDeps, 'contexts'>;
  append(draft: EventDraft): void;
}

/** The contexts of a run; `null` when its team does not share. */
export async function openContexts(owner: Owner, team: Team | null): Promise<RunContexts | null> {
  if (!isSharing(team)) return null;
  const { run, deps } = owner;
  const { id: runId, conversationId, workspaceId, parentId: parentMessageId } = run;
  return deps.contexts.open({ runId, conversationId, workspaceId, parentMessageId }, (draft) => owner.append(draft));
}
