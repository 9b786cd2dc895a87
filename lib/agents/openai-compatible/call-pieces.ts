import { isFields } from '@/lib/protocol/json';
import type { ChatToolCall } from './chat-chunk';

/** The pieces of tool calls in a delta's `tool_calls`: a list, or a single one. What says nothing is left out. */
export function callPieces(given: unknown): ChatToolCall[] {
  const entries: unknown[] = Array.isArray(given) ? given : [given];
  return entries.flatMap((entry) => {
    if (!isFields(entry)) return [];
    const { index, id, function: called, extra_content } = entry;
    const piece: ChatToolCall = {
      index: typeof index === 'number' ? index : null,
      id: typeof id === 'number' ? String(id) : textOf(id),
      function: functionOf(called),
      extra_content,
    };
    return saysSomething(piece) ? [piece] : [];
  });
}

/** The piece of the only call in the form before tools. */
export function formerCallPieces(given: unknown): ChatToolCall[] {
  const piece = { index: 0, function: functionOf(given) };
  return saysSomething(piece) ? [piece] : [];
}

function functionOf(given: unknown): ChatToolCall['function'] {
  return isFields(given) ? { name: textOf(given.name), arguments: given.arguments } : null;
}

function saysSomething({ id, function: called, extra_content }: ChatToolCall): boolean {
  return Boolean(id || called?.name || called?.arguments || extra_content);
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
