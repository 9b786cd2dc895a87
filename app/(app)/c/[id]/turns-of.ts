import type { Actor } from '@/lib/auth/actor';
import type { Turn } from '@/lib/client/turn';
import type { ConversationMessage } from '@/lib/conversations/get-conversation';
import { getRunState } from '@/lib/runs/get-run-state';

/** The path's messages as turns; a run that goes on comes with its folded state, so that the page starts where the log is. */
export function turnsOf(actor: Actor, messages: ConversationMessage[]): Promise<Turn[]> {
  const turns = messages.flatMap((message, index) => {
    const answer = messages[index + 1];
    if (message.role !== 'user' || !answer?.runId || !answer.status) return [];
    return [{ message, runId: answer.runId, status: answer.status, result: answer.result }];
  });
  return Promise.all(
    turns.map(async ({ message, runId, status, result }) => ({
      messageId: message.id,
      text: message.parts.flatMap((part) => (part.type === 'text' ? [part.text] : [])).join('\n\n'),
      attachments: message.parts
        .filter((part) => part.type === 'attachment')
        .map(({ id, name, mediaType, bytes, kind }) => ({ id, name, mediaType, bytes, kind })),
      run: { id: runId, status, result, state: result ? null : await getRunState(actor, runId) },
    })),
  );
}
