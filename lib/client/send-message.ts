import type { AttachmentRef } from '../protocol/attachment';
import { api } from './api';
import { refreshConversations } from './conversations-store';
import { otherTabs } from './other-tabs';
import type { TeamChoice } from './team-choice';
import type { Turn } from './turn';

interface Created {
  run: { id: string; conversationId: string };
}

/** Puts a question to a team, in a new conversation when `conversationId` is null. Throws ApiError. */
export async function sendMessage(options: {
  conversationId: string | null;
  text: string;
  attachments: AttachmentRef[];
  team: TeamChoice;
}): Promise<{ conversationId: string; turn: Turn }> {
  const { conversationId, text, attachments, team } = options;
  const path = conversationId ? `/conversations/${conversationId}/runs` : '/runs';
  const { run } = await api<Created>('POST', path, {
    input: text,
    team: team.definition ?? team.id,
    ...(attachments.length > 0 && { attachments: attachments.map(({ id }) => id) }),
  });
  void refreshConversations();
  otherTabs.tell(run.conversationId);
  return {
    conversationId: run.conversationId,
    turn: {
      messageId: `sent-${run.id}`,
      text,
      attachments,
      questionBranches: null,
      answerBranches: null,
      run: { id: run.id, status: 'queued', result: null, state: null },
    },
  };
}
