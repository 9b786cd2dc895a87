import { isBoardTool } from '../protocol/board-tools';
import { listWords } from './format';

const PART: Record<string, string> = {
  answers: 'answers',
  tools: 'tool calls',
  files: 'files',
  notes: 'notes',
  plan: 'plan',
  messages: 'messages',
  all: 'work',
};

/** What a call of a board tool does, in words: `read B’s tool calls`; `null` for every other tool. */
export function boardToolWords(tool: string, given: unknown): string | null {
  if (!isBoardTool(tool)) return null;
  const { slot, part, path, to } = (given ?? {}) as Record<string, unknown>;
  const whose = typeof slot === 'string' ? `${slot}’s` : 'another’s';
  switch (tool) {
    case 'get_peer_answers':
      return 'read the answers';
    case 'get_peer_context':
      return `read ${whose} ${PART[String(part)] ?? 'work'}`;
    case 'read_peer_file':
      return typeof path === 'string' ? `read ${whose} file ${path}` : `read a file of ${whose.slice(0, -2)}`;
    case 'post_note':
      return Array.isArray(to) && to.length > 0 ? `wrote a note to ${listWords(to.map(String))}` : 'wrote a note';
  }
}
