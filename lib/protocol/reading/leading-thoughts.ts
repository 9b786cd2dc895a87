import { createLinePlace } from './line-place';
import { indexOfTag, isTagAt } from './tag-places';
import { ANSWER_MARKS, LONE_CLOSING_TAGS, THOUGHT_TAGS } from './thought-tags';

/**
 * An argument of a tool call without the thoughts that a model wrote before it: closed blocks at its beginning, or all before a closing tag that
 * was never opened and begins or ends a line. The call itself has set the argument apart from the model's thoughts, so tags further on are
 * what the text is about.
 */
export function withoutLeadingThoughts(text: string): string {
  let rest = text.trimStart();
  const whole = rest;
  for (;;) {
    const end = endOfBlock(rest) ?? (rest === whole ? endOfUnopened(rest) : null) ?? endOfMark(rest, rest !== whole);
    if (end === null) return rest === whole ? text : rest;
    rest = rest.slice(end).trimStart();
  }
}

function endOfBlock(text: string): number | null {
  const tag = THOUGHT_TAGS.find(({ open }) => isTagAt(text, open, 0));
  if (!tag) return null;
  const close = indexOfTag(text, tag.close, tag.open.length);
  return close < 0 ? null : close + tag.close.length;
}

/** With nothing behind it, the closing tag is what the text ends with. */
function endOfUnopened(text: string): number | null {
  const found = LONE_CLOSING_TAGS.map((tag) => ({ tag, at: indexOfTag(text, tag, 0) }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => a.at - b.at)[0];
  if (!found) return null;
  const end = found.at + found.tag.length;
  const before = text.slice(0, found.at);
  const isOpened = THOUGHT_TAGS.some(({ open }) => indexOfTag(before, open, 0) >= 0);
  const isAtEdge = /(^|\n)[ \t]*$/.test(before) || /^[ \t]*\r?\n/.test(text.slice(end));
  const place = createLinePlace();
  place.pass(before);
  return isOpened || !isAtEdge || place.isInCode || text.slice(end).trim() === '' ? null : end;
}

function endOfMark(text: string, isBehindThoughts: boolean): number | null {
  const mark = isBehindThoughts && ANSWER_MARKS.find((candidate) => isTagAt(text, candidate, 0));
  return mark ? mark.length : null;
}
