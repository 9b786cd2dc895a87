import 'server-only';
import { findQuestion } from '@/db/queries/runs/find-question';
import type { Actor } from '@/lib/platform/auth/actor';
import type { RunRequest } from './run-request';

/** Where a turn goes in the tree of messages, and what it takes from the question that it asks once more. */
interface PlaceOfTurn extends Pick<RunRequest, 'input' | 'parentMessageId' | 'attachments' | 'checks'> {
  /** The question that is asked once more; `null` = the turn has one of its own. */
  questionId: string | null;
}

/**
 * Reads `parentMessageId`: an answer is what the new question follows. A question is asked once more when the input says nothing else, files
 * and checks included unless other checks are given; with another input the new question stands beside it.
 */
export async function placeOfTurn(actor: Actor, request: RunRequest): Promise<PlaceOfTurn> {
  const { conversationId, parentMessageId, input, attachments = [], checks } = request;
  const question = conversationId && parentMessageId && (await findQuestion(actor, conversationId, parentMessageId));
  if (!question) return { input, parentMessageId, attachments, checks, questionId: null };
  const text = question.parts.flatMap((part) => (part.type === 'text' ? [part.text] : [])).join('\n\n');
  const files = question.parts.flatMap((part) => (part.type === 'attachment' ? [part.id] : []));
  const isSame = input.trim() === '' || input.trim() === text.trim();
  const place = { parentMessageId: question.parentId, checks: checks ?? question.checks ?? [] };
  if (isSame && attachments.every((id) => files.includes(id)))
    return { ...place, input: text, attachments: [], questionId: question.id };
  return { ...place, checks: checks ?? [], input, attachments, questionId: null };
}
