import { splitLines } from './split-lines';

/** The first and last lines of a text that is longer than `limit`, with a mark between them; never longer than that. */
export function shortenLines(text: string, limit: number): { text: string; isCut: boolean } {
  if (text.length <= limit) return { text, isCut: false };
  const lines = splitLines(text);
  const mark = (missing: number) => `[… ${missing} of ${lines.length} lines left out …]\n`;
  let room = limit - mark(lines.length).length;
  let head = 0;
  let tail = lines.length;
  for (let isHead = true; head < tail; isHead = !isHead) {
    const next = lines[isHead ? head : tail - 1] ?? '';
    if (next.length > room) break;
    room -= next.length;
    if (isHead) head += 1;
    else tail -= 1;
  }
  if (room < 0) return { text: '', isCut: true };
  return { text: [...lines.slice(0, head), mark(tail - head), ...lines.slice(tail)].join(''), isCut: true };
}
