import { texts } from './editor-texts';
import { jsonProblem } from './json-problem';

type Params = Record<string, unknown>;

/** One parameter as it is typed. */
export interface ParamRow {
  name: string;
  text: string;
}

export interface ParamRowProblem {
  at: 'name' | 'value';
  message: string;
}

/** Begins like JSON, so it is not meant as a text. */
const STRUCTURED = /^[{["]/;

export function rowsOf(params: Params): ParamRow[] {
  return Object.entries(params).map(([name, value]) => ({ name, text: textOf(value) }));
}

/** The parameters of the rows that are complete and right. */
export function paramsOf(rows: ParamRow[]): Params {
  const good = rows.filter((row, index) => row.name !== '' && paramRowProblem(rows, index) === null);
  return Object.fromEntries(good.map(({ name, text }) => [name, readValue(text)]));
}

/** Why a row is no parameter; `null` = it is one, or is empty. */
export function paramRowProblem(rows: ParamRow[], index: number): ParamRowProblem | null {
  const { name, text } = rows[index] ?? { name: '', text: '' };
  if (name === '' && text === '') return null;
  if (name === '') return { at: 'name', message: texts.nameParameter };
  if (rows.findIndex((row) => row.name === name) < index) {
    return { at: 'name', message: texts.givenAbove(name) };
  }
  if (text.trim() === '') return { at: 'value', message: texts.giveValue };
  try {
    readValue(text);
    return null;
  } catch (error) {
    return { at: 'value', message: jsonProblem(error) };
  }
}

/** Numbers, `true`, `false`, `null`, lists and objects are read as JSON, all else is a text. Throws for JSON that is broken. */
function readValue(text: string): unknown {
  const typed = text.trim();
  try {
    return JSON.parse(typed);
  } catch (error) {
    if (STRUCTURED.test(typed)) throw error;
    return typed;
  }
}

function textOf(value: unknown): string {
  return typeof value === 'string' && isPlain(value) ? value : JSON.stringify(value);
}

/** A text that is read back as itself without quotes. */
function isPlain(text: string): boolean {
  if (text === '' || text !== text.trim() || /[\r\n]/.test(text) || STRUCTURED.test(text)) return false;
  try {
    JSON.parse(text);
    return false;
  } catch {
    return true;
  }
}
