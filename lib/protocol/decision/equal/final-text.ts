import { boxes } from './plain-latex';

/** Longer ones are no final value but a text. */
const LONGEST_VALUE = 400;
const LONGEST_SHORT_TEXT = 200;

const NOUN =
  '(?:final answer|answer|final result|result|solution|conclusion|final value|endergebnis|ergebnis|antwort|lösung)';
/** `**Final answer:** 42` on a line of its own. */
const LABELLED = new RegExp(
  `^[#>\\s]*(?:\\*\\*|__)?(?:my |the |die |das )?${NOUN}(?:\\*\\*|__)?\\s*[:=](?:\\*\\*|__)?\\s*(\\S.*)$`,
  'i',
);
/** `The answer is 42`. */
const TOLD = new RegExp(
  `^(?:so|thus|therefore|hence|also|daher)?,?\\s*(?:my |the |die |das )?(?:correct |right |final )?${NOUN}\\s+(?:(?:is|ist|lautet|equals)\\b|=)\\s*:?\\s*(\\S.*)$`,
  'i',
);
const IT_IS = /^(?:so|thus|therefore|hence)?,?\s*(?:it is|it's|that is|that's|es ist|es sind|=)\s+(?=\S)/i;
/** After a value somebody may take it back. */
const TAKEN_BACK =
  /\b(?:but|however|actually|correction|wait|instead|sorry|mistake|wrong|incorrect|edit|unless|except|although|if|not|no|update|updated|revised|maybe|perhaps|may|might|rather|doubt|disagree|ignore|second thoughts?|aber|doch|jedoch|nein|nicht|falsch|korrektur)\b/i;

/**
 * The part of an answer that states its result: what is boxed, what the first or last line calls the answer, or all of it when it is short.
 * `null` when there is none, more than one, or the text goes on in a way that may take it back.
 */
export function finalText(text: string): string | null {
  const whole = text.trim();
  if (whole === '') return null;
  if (isWholeValue(whole)) return whole;
  const label = marked(whole);
  const boxed = boxedText(whole);
  if (boxed === null || (boxed !== undefined && label !== null && !label.includes(boxed))) return null;
  if (boxed !== undefined) return boxed;
  return label ?? (isShort(whole) ? whole.replace(IT_IS, '') : null);
}

/** What stands directly before or after a box belongs to it: a sign, a currency, a unit. */
const BEFORE_BOX = /(?:\\[$a-z]+|[^\s$([{:=.,a-z]|\b(?:not|least|most|than|nicht|about|approximately))[\s$({]*$/i;
const AFTER_BOX = /^(?:[\s$.)\]}]|\\[)\]])*$/;

/** What is boxed; `undefined` when nothing is, `null` when it is not clear what the box says. */
function boxedText(text: string): string | null | undefined {
  const { found, start, end } = boxes(text);
  const [first] = found;
  if (first === undefined) return undefined;
  const isOne = found.every((box) => box.trim() === first.trim());
  const [sameLine = '', ...rest] = text.slice(end).split('\n');
  const before = text.slice(0, start).split('\n').at(-1) ?? '';
  const isAlone = AFTER_BOX.test(sameLine) && !BEFORE_BOX.test(before) && !/\b(?:not|nicht|never)\b/i.test(before);
  return isOne && isAlone && first.length <= LONGEST_VALUE && !TAKEN_BACK.test(rest.join('\n')) ? first : null;
}

/** A block of code, JSON or a list of bullets is its own result. */
function isWholeValue(text: string): boolean {
  return (
    /^(?:```|~~~)[\s\S]*(?:```|~~~)$/.test(text) ||
    /^[[{][\s\S]*[\]}]$/.test(text) ||
    text
      .split('\n')
      .filter((line) => line.trim() !== '')
      .every((line, _, lines) => lines.length > 1 && /^\s*(?:[-*•]|\d{1,3}[.)])\s/.test(line))
  );
}

function isShort(text: string): boolean {
  return text.length <= LONGEST_SHORT_TEXT && !text.includes('\n');
}

function marked(text: string): string | null {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const values = lines.map((line) => resultIn(line));
  const places = values.flatMap((value, index) => (value === null ? [] : [index]));
  const [place] = places;
  if (places.length !== 1 || place === undefined) return null;
  const before = lines[place - 1] ?? '';
  // A line that does not end its sentence goes on in the result: "It would be wrong to say:".
  if (!/[.!?)\]$]\s*$/.test(before) && TAKEN_BACK.test(before)) return null;
  const rest = lines.slice(place + 1).join('\n');
  const isAtTheEnd = place === lines.length - 1;
  return isAtTheEnd || (place === 0 && !TAKEN_BACK.test(rest)) ? (values[place] ?? null) : null;
}

function resultIn(line: string): string | null {
  const bare = line.trim().replace(/^\*\*([^*]*)\*\*$/, '$1');
  const value = (LABELLED.exec(bare) ?? TOLD.exec(bare))?.[1]?.trim() ?? null;
  return value !== null && value.length <= LONGEST_VALUE ? value : null;
}
