import { api } from '@/lib/browser/api/api';
import type { Turn } from '@/lib/browser/run/turn';
import { TEAM_COOKIE, type TeamChoice } from '@/lib/browser/team/team-choice';
import { setCookie } from '@/lib/browser/ui/set-cookie';
import { chosenWorkspace } from '@/lib/browser/ui/workspace';
import type { AttachmentRef } from '@/lib/protocol/attachment';

interface Created {
  run: { id: string; conversationId: string };
}

/** Puts a question to a team, in a new conversation when `conversationId` is null. Throws ApiError. */
export async function sendMessage(options: {
  conversationId: string | null;
  /** Of a question: it is asked again, or this one beside it. Absent = at the end of the shown branch. */
  parentMessageId?: string;
  text: string;
  attachments: AttachmentRef[];
  /** Saved, or as it is written. */
  team: Pick<TeamChoice, 'id' | 'definition'>;
  checks?: unknown[];
}): Promise<{ conversationId: string; turn: Turn }> {
  const { conversationId, parentMessageId, text, attachments, team, checks = [] } = options;
  const path = conversationId ? `/conversations/${conversationId}/runs` : '/runs';
  const workspaceId = chosenWorkspace();
  const input = {
    input: text,
    team: team.definition ?? team.id,
    // A new conversation is of the workspace in which somebody works.
    ...(!conversationId && workspaceId && { workspaceId }),
    ...(parentMessageId && { parentMessageId }),
    // Without them a question that is asked again has its own.
    ...((checks.length > 0 || parentMessageId) && { checks }),
    ...(attachments.length > 0 && { attachments: attachments.map(({ id }) => id) }),
  };
  // The composer asks for sign-in itself: the message goes back into its box first.
  const { run } = await api<Created>('POST', path, input, { asksToSignIn: false });
  if (!team.definition) setCookie(TEAM_COOKIE, team.id);
  return {
    conversationId: run.conversationId,
    turn: {
      messageId: `sent-${run.id}`,
      answerMessageId: null,
      after: null,
      text,
      textCutFrom: null,
      askedBy: null,
      attachments,
      checks: checks.length > 0 ? checks : null,
      questionBranches: null,
      answerBranches: null,
      run: { id: run.id, status: 'queued', result: null, state: null },
    },
  };
}
