import { cleanText, isDeceptive, withoutMarks } from './clean-text';
import { readJson } from './compare-json';
import { finalText } from './final-text';
import { plainLatex } from './plain-latex';
import { type Choice, readChoice } from './read-choice';
import { type CodeBlock, readCode } from './read-code';
import { type CalendarDate, readDate } from './read-date';
import { type ListValue, readList } from './read-list';
import { type Quantity, readQuantity } from './read-quantity';

/** The result that an answer states, in one way to write it. */
export type FinalValue =
  | Quantity
  | Choice
  | CalendarDate
  | ListValue
  | CodeBlock
  | { kind: 'json'; json: unknown }
  | { kind: 'text'; text: string };

/** Longer answers are read by nobody here: a comparison says whether they agree. */
const LONGEST_ANSWER = 60_000;
/** Longer ones are no number, date, choice or list. */
const LONGEST_VALUE = 2_000;

/** What an answer comes to; `null` when it states no result of its own. */
export function finalValue(answer: string): FinalValue | null {
  if (answer.length > LONGEST_ANSWER || isDeceptive(answer)) return null;
  const text = finalText(cleanText(answer));
  return text === null ? null : readValue(text);
}

/** Reads a text that is one value. */
export function readValue(written: string): FinalValue | null {
  const code = readCode(written);
  if (code) return code.language === 'json' || code.language === '' ? asJson(code.code, code) : code;
  if (written.length > LONGEST_VALUE) return longValue(written);
  const text = withoutMarks(plainLatex(withoutMarks(written)).replace(/(?<=.)\.+$|(?<=\p{L}{4})!$/su, withoutFullStop));
  const json = readJson(text);
  const list = readList(text);
  if (json !== undefined && !(Array.isArray(json) && list)) return { kind: 'json', json };
  if (text === '') return null;
  return readDate(text) ?? readQuantity(text) ?? readChoice(text) ?? list ?? { kind: 'text', text };
}

function longValue(text: string): FinalValue {
  const json = readJson(text);
  return json === undefined ? { kind: 'text', text } : { kind: 'json', json };
}

function asJson(text: string, code: CodeBlock): FinalValue {
  const json = readJson(text);
  return json === undefined ? code : { kind: 'json', json };
}

/** A full stop ends a sentence; three of them are something else. */
function withoutFullStop(end: string): string {
  return end.length === 1 ? '' : end;
}
