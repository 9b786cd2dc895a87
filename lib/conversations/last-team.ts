import 'server-only';
import { findRunTeam } from '@/db/queries/runs/find-run-team';
import type { TeamDefinition } from '@/db/types/team-definition';
import type { Actor } from '@/lib/auth/actor';
import type { ConversationMessage } from './get-conversation';

/** The team that answered last on a conversation's path, as it was given; `null` when none has been asked. */
export async function lastTeam(actor: Actor, messages: ConversationMessage[]): Promise<TeamDefinition | null> {
  const runId = messages.findLast((message) => message.runId !== null)?.runId;
  return runId ? findRunTeam(actor, runId) : null;
}
