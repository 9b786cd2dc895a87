import type { MessagePart } from '@/db/queries/run-log/claimed-run';
import type { Context } from '@/lib/context-sharing/context';

/** The answer of a branch that continues from a context: what the slot had published last, if anything, and from where it goes on. */
export function continuationParts({ id, slot, items }: Context): MessagePart[] {
  const answer = items.findLast((item) => item.kind === 'answer');
  const from: MessagePart = { type: 'context', contextId: id, slot, answerId: answer?.answerId ?? null };
  return answer ? [{ type: 'text', text: storable(answer.content) }, from] : [from];
}

/** JSON columns cannot hold NUL or halves of characters, which a model may well write. */
function storable(text: string): string {
  return text.replaceAll('\0', '').toWellFormed();
}
