import type { Actor } from '@/lib/auth/actor';
import type { Branches, TranscriptTurn } from '@/lib/client/turn';
import type { ConversationMessage } from '@/lib/conversations/get-conversation';
import { getRunState } from '@/lib/runs/get-run-state';

/** The path's messages as turns; a run that goes on comes with its folded state, so that the page starts where the log is. */
export async function turnsOf(actor: Actor, messages: ConversationMessage[]): Promise<TranscriptTurn[]> {
  const turns = messages.map((message, index) => {
    const answer = messages[index + 1];
    return message.role === 'user' && answer ? turnOf(actor, message, answer) : null;
  });
  return (await Promise.all(turns)).filter((turn) => turn !== null);
}

async function turnOf(
  actor: Actor,
  message: ConversationMessage,
  answer: ConversationMessage,
): Promise<TranscriptTurn | null> {
  const asked = {
    messageId: message.id,
    text: textOf(message),
    attachments: message.parts
      .filter((part) => part.type === 'attachment')
      .map(({ id, name, mediaType, bytes, kind }) => ({ id, name, mediaType, bytes, kind })),
    questionBranches: branchesOf(message),
    answerBranches: branchesOf(answer),
  };
  const { runId, status, result, continuedFrom } = answer;
  if (runId && status) {
    return { ...asked, run: { id: runId, status, result, state: result ? null : await getRunState(actor, runId) } };
  }
  return continuedFrom && { ...asked, run: null, answerMessageId: answer.id, answer: textOf(answer), continuedFrom };
}

function textOf({ parts }: ConversationMessage): string {
  return parts.flatMap((part) => (part.type === 'text' ? [part.text] : [])).join('\n\n');
}

function branchesOf({ id, siblingIds, siblingLeafIds }: ConversationMessage): Branches | null {
  return siblingIds.length > 1 ? { leafIds: siblingLeafIds, shown: siblingIds.indexOf(id) } : null;
}
