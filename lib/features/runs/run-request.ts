import type { TeamDefinition } from '@/db/types/team-definition';

export interface RunRequest {
  /** Absent = a new conversation. */
  conversationId?: string;
  /** Of a new conversation; absent = the person's own. */
  workspaceId?: string | undefined;
  input: string;
  /** Ids of what the person uploaded for this message, or that is in a conversation they see. */
  attachments?: string[];
  /** A team's id or the team itself. */
  team: string | TeamDefinition;
  /** Checks of this question alone (docs/decisions.md); absent with a question that is asked once more = its own. */
  checks?: unknown[];
  /**
   * Absent = at the end of the branch that the actor is shown; `null` = a new first turn. A question's id asks it once more: without another
   * `input` the answer stands beside those that it has, with one the new question stands beside it.
   */
  parentMessageId?: string | null;
}
