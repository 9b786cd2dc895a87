import type { Context } from '@/lib/context-sharing/context';
import { plainAttribute, plainText } from '@/lib/protocol/prompt/plain-text';
import { shorten } from './shorten';
import { type Budget, measured, type Transformed } from './transformed';
import { peerFrame } from './wrap';

interface FileOptions extends Budget {
  context: Pick<Context, 'slot' | 'hash'>;
  path: string;
  content: Uint8Array;
  /** From 1. */
  fromLine: number;
}

/** A zero byte this near to the beginning tells that a file is no text, as Git takes it. */
const LOOKED_AT = 8_000;

/** A peer's file, as the tool `read_peer_file` gives it: numbered lines, as many as fit, and from which line to read on. */
export function renderFile({ context, path, content, fromLine, ...budget }: FileOptions): Transformed {
  const name = plainAttribute(path);
  const text = textOf(content);
  if (text === null)
    return measured(`“${name}” is not a text: ${number(content.length)} bytes, which cannot be shown.`, budget);
  if (text === '') return measured(`“${name}” is empty.`, budget);
  const lines = text.replace(/\n$/, '').split('\n');
  const first = Math.max(1, Math.trunc(fromLine));
  if (first > lines.length) return measured(`“${name}” has ${number(lines.length)} lines only.`, budget);
  const frame = peerFrame(
    context,
    (author) => `A file in the working folder of ${author} follows, its lines numbered.`,
  );
  const open = (last: number) =>
    `${frame.open}<peer_file path="${name}" lines="${first}-${last}" of="${lines.length}">\n`;
  const close = `\n</peer_file>${frame.close}`;
  const longest = endOf(lines.length, lines.length, lines.length, Number.MAX_SAFE_INTEGER);
  const room =
    Math.floor(budget.maxTokens * budget.charactersPerToken) -
    open(lines.length).length -
    close.length -
    longest.length;
  const { shown, missing } = takeLines(lines, first, room);
  if (shown.length === 0) {
    const words = `“${name}” does not fit into what you may still be given, not even one line of it.`;
    return { ...measured(words, budget), cut: 'the budget holds nothing of the file' };
  }
  const last = first + shown.length - 1;
  const isCut = last < lines.length || missing > 0;
  const end = isCut ? endOf(first, last + 1, lines.length, missing) : '';
  const cut = isCut
    ? `lines ${first} to ${last} of ${lines.length}${missing > 0 ? ', a long one shortened' : ''}`
    : null;
  return { ...measured(open(last) + shown.join('\n') + close + end, budget), cut };
}

function takeLines(lines: string[], first: number, room: number): { shown: string[]; missing: number } {
  const width = String(lines.length).length;
  const shown: string[] = [];
  let left = room;
  for (let at = first; at <= lines.length; at += 1) {
    const label = `${String(at).padStart(width)}  `;
    const line = plainText(lines[at - 1] ?? '');
    const cost = label.length + line.length + 1;
    if (cost <= left) {
      shown.push(label + line);
      left -= cost;
    } else if (shown.length === 0) {
      // A line that is longer than all there is can only be read in part.
      const { text, missing } = shorten(line, left - label.length - 1);
      return text === '' ? { shown, missing: 0 } : { shown: [label + text], missing };
    } else break;
  }
  return { shown, missing: 0 };
}

function endOf(first: number, next: number, of: number, missing: number): string {
  const line = missing > 0 ? ` Of line ${first}, ${number(missing)} characters are left out.` : '';
  const rest = next <= of ? ` Read on with from_line ${next}.` : '';
  return `\n\nThese are lines ${first} to ${next - 1} of ${of}.${line}${rest}`;
}

function textOf(content: Uint8Array): string | null {
  if (content.subarray(0, LOOKED_AT).includes(0)) return null;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(content).replace(/\r\n?/g, '\n');
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

function number(value: number): string {
  return value.toLocaleString('en-US');
}
