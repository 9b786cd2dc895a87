import { createLinePlace } from './line-place';
import { indexOfTag, isSameTag } from './tag-places';
import { ANSWER_MARKS, LONE_CLOSING_TAGS, THOUGHT_TAGS, type ThoughtTag, WORD_TAGS } from './thought-tags';

/** `recast` = what has come as text so far was reasoning. */
export type ReadText = { type: 'text' | 'reasoning'; text: string } | { type: 'recast' };

export interface TextReader {
  /** What is certain with this piece. */
  push(piece: string): ReadText[];
  /** What was still open at the end of the reply. */
  end(): ReadText[];
}

const MARK = /[<[◁]/;
/** A block in the midst of a text that is not closed within so many characters is text. */
const MAX_HELD = 100_000;
const QUOTES = '"\'“”‘’«»`';
const OPENINGS = THOUGHT_TAGS.map(({ open }) => open);
const AT_START = [...OPENINGS, ...ANSWER_MARKS, ...LONE_CLOSING_TAGS];
const IN_TEXT = [...OPENINGS, ...LONE_CLOSING_TAGS];

/** Behind a tag: the sentence that speaks of it goes on. Only blanks may be followed by either. */
const SENTENCE_GOES_ON = /^[^\S\n]*[.,;:!?)]|^[^\S\n]+\p{Ll}/u;
const ONLY_BLANKS = /^[^\S\n]*$/;

/**
 * Tells thoughts from text where a model writes both into one stream, between tags. Thoughts are: a block at the beginning, a closed block
 * that begins a line further on, and everything before a closing tag that was never opened. Tags in code, in quotes or in the midst of a sentence are
 * text. Where the stream is cut into pieces makes no difference to what comes out in all.
 */
export function createTextReader(): TextReader {
  const place = createLinePlace();
  let rest = '';
  let mode: 'start' | 'thinking' | 'held' | 'text' = 'start';
  let tag: ThoughtTag | null = null;
  let hasThought = false;
  let hasOpening = false;
  let hasText = false;
  let isBlockStart = false;
  let searched = 0;
  let out: ReadText[] = [];

  function emit(type: 'text' | 'reasoning', text: string): void {
    if (text === '') return;
    if (type === 'text') {
      hasText = true;
      place.pass(text);
    }
    const last = out.at(-1);
    if (last && last.type === type) last.text += text;
    else out.push({ type, text });
  }

  function open(found: string, next: 'thinking' | 'held'): void {
    tag = THOUGHT_TAGS.find(({ open: opening }) => opening === found) ?? null;
    mode = next;
    isBlockStart = true;
    hasOpening = true;
    searched = found.length;
    if (next === 'thinking') rest = rest.slice(found.length);
  }

  /** False = more has to come. */
  function readStart(): boolean {
    const trimmed = rest.trimStart();
    if (trimmed === '') return false;
    const found = tagAt(trimmed, AT_START);
    if (found === 'open') return false;
    if (found === null) {
      mode = 'text';
      if (hasThought) rest = trimmed;
      return true;
    }
    rest = trimmed;
    if (OPENINGS.includes(found)) open(found, 'thinking');
    else {
      rest = rest.slice(found.length);
      hasThought = true;
    }
    return true;
  }

  function readThinking(): boolean {
    if (!tag) return false;
    if (isBlockStart) {
      rest = rest.trimStart();
      if (rest === '') return false;
      isBlockStart = false;
    }
    const end = indexOfTag(rest, tag.close, 0);
    if (end < 0) {
      const keep = overhang(rest, tag.close);
      emit('reasoning', rest.slice(0, rest.length - keep));
      rest = rest.slice(rest.length - keep);
      return false;
    }
    emit('reasoning', rest.slice(0, end));
    rest = rest.slice(end + tag.close.length);
    hasThought = true;
    mode = 'start';
    return true;
  }

  /** A block in the midst of the text is a thought only when it is closed. */
  function readHeld(): boolean {
    if (!tag) return false;
    const end = indexOfTag(rest, tag.close, searched);
    if (end < 0 && rest.length < MAX_HELD) {
      searched = Math.max(tag.open.length, rest.length - tag.close.length);
      return false;
    }
    if (end < 0 || end >= MAX_HELD) {
      emit('text', rest.slice(0, tag.open.length));
      rest = rest.slice(tag.open.length);
      mode = 'text';
      return true;
    }
    emit('reasoning', rest.slice(tag.open.length, end).trim());
    rest = rest.slice(end + tag.close.length).replace(/^\s+/, '');
    hasThought = true;
    // Blanks behind the block may be still to come.
    mode = 'start';
    return true;
  }

  function readText(isEnd = false): boolean {
    const at = rest.search(MARK);
    if (at < 0) {
      emit('text', rest);
      rest = '';
      return false;
    }
    emit('text', rest.slice(0, at));
    rest = rest.slice(at);
    const found = tagAt(rest, IN_TEXT);
    if (found === 'open') return false;
    const isMeant = found !== null && !place.isInCode && !(place.before !== '' && QUOTES.includes(place.before));
    if (found !== null && OPENINGS.includes(found)) {
      // In a prompt that the text gives as an example these stand as often.
      if (isMeant && place.isAtLineStart && !WORD_TAGS.includes(found)) {
        open(found, 'held');
        return true;
      }
      hasOpening = true;
    } else if (isMeant && !hasOpening && !hasThought) {
      const behind = rest.slice(found.length);
      const isBehindBlank = /[^\S\n]/.test(place.before);
      if (isBehindBlank && !isEnd && ONLY_BLANKS.test(behind)) return false;
      if (isBehindBlank && SENTENCE_GOES_ON.test(behind)) {
        emit('text', found);
        rest = behind;
        return rest !== '';
      }
      if (hasText) out.push({ type: 'recast' });
      hasThought = true;
      mode = 'start';
      rest = rest.slice(found.length);
      return true;
    }
    const length = found?.length ?? 1;
    emit('text', rest.slice(0, length));
    rest = rest.slice(length);
    return rest !== '';
  }

  const STEPS = { start: readStart, thinking: readThinking, held: readHeld, text: readText };

  function take(): ReadText[] {
    const taken = out;
    out = [];
    return taken;
  }

  return {
    push(piece) {
      // Nearly every piece is a word within the text.
      if (mode === 'text' && rest === '' && !MARK.test(piece)) {
        hasText ||= piece !== '';
        place.pass(piece);
        return piece === '' ? [] : [{ type: 'text', text: piece }];
      }
      rest += piece;
      while (STEPS[mode]());
      return take();
    },
    end() {
      while (mode === 'text' && rest !== '' && readText(true));
      if (mode === 'thinking') emit('reasoning', rest);
      else if (mode !== 'start' || !hasThought) emit('text', rest);
      else if (rest.trim() !== '') emit('text', rest.trimStart());
      rest = '';
      mode = 'text';
      return take();
    },
  };
}

/** The tag with which the text begins; `open` = more may make it one. */
function tagAt(text: string, tags: readonly string[]): string | 'open' | null {
  const found = tags.find((candidate) => isSameTag(text.slice(0, candidate.length), candidate));
  if (found !== undefined) return found;
  return tags.some((candidate) => isSameTag(text, candidate.slice(0, text.length))) ? 'open' : null;
}

/** How many characters at the end of the text may be the beginning of the tag. */
function overhang(text: string, tag: string): number {
  for (let length = Math.min(text.length, tag.length - 1); length > 0; length--)
    if (isSameTag(text.slice(-length), tag.slice(0, length))) return length;
  return 0;
}
