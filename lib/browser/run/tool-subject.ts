import { cutText } from '@/lib/protocol/text/cut-text';

/** What tools call the thing that they work on, the most telling first. */
const NAMES = ['file_path', 'notebook_path', 'path', 'command', 'pattern', 'query', 'url'];
const MOST = 120;

/** What a tool call is about, in its first line: `src/parse.ts`, `npm test`; `null` where the arguments do not say. */
export function toolSubject(given: unknown): string | null {
  const named = (given ?? {}) as Record<string, unknown>;
  const found = NAMES.map((name) => named[name]).find((value) => typeof value === 'string' && value.trim() !== '');
  return found === undefined ? null : cutText(String(found).trim().split('\n', 1)[0] ?? '', MOST);
}
