import { type BoardTool, isOfBoard } from '@/lib/protocol/board-tools';
import { texts } from './history-texts';

const PARTS: Record<string, string> = texts.parts;

/** What a call of a board tool does, in words: `read B’s tool calls`; `null` for every other tool. */
export function boardToolWords(called: { server?: string; tool: string; arguments: unknown }): string | null {
  if (!isOfBoard(called)) return null;
  const { slot, part, path, to } = (called.arguments ?? {}) as Record<string, unknown>;
  const whose = typeof slot === 'string' ? slot : null;
  switch (called.tool as BoardTool) {
    case 'get_peer_answers':
      return texts.readAnswers;
    case 'get_peer_context':
      return texts.readPart(whose, PARTS[String(part)] ?? texts.parts.all);
    case 'read_peer_file':
      return texts.readFile(whose, typeof path === 'string' ? path : null);
    case 'post_note':
      return Array.isArray(to) && to.length > 0 ? texts.wroteNoteTo(to.map(String)) : texts.wroteNote;
  }
}
