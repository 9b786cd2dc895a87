import { splitSentences } from './split-sentences';

export interface Task {
  /** What is asked for. */
  question: string;
  /** What was given to work on; empty for a bare question. */
  material: string;
}

const MAX_QUESTION_WORDS = 60;
const MIN_MATERIAL_WORDS = 12;
const MIN_STATEMENT_WORDS = 5;
/** "Rent: 900 EUR" asks nothing. */
const FIGURE_LINE = /^[^:?\n]{1,40}:\s*[€$£]?\s*-?\d[^?]*$/;

/** Tells what a person asks from the text that was given with it. */
export function splitTask(input: string): Task {
  const text = input.trim();
  const blocks = text.split(/\n\s*\n|\n(?=\S)/).map((block) => block.trim());
  const first = blocks[0] ?? '';
  const last = blocks.at(-1) ?? '';
  if (blocks.length > 1 && last.endsWith('?') && !first.endsWith('?') && wordCount(last) <= MAX_QUESTION_WORDS) {
    return { question: last, material: text.slice(0, text.lastIndexOf(last)).trim() };
  }
  if (blocks.length > 1 && FIGURE_LINE.test(first)) {
    const asks = !FIGURE_LINE.test(last) && wordCount(last) <= MAX_QUESTION_WORDS;
    return asks
      ? { question: last, material: text.slice(0, text.lastIndexOf(last)).trim() }
      : { question: '', material: text };
  }
  if (blocks.length > 1 && wordCount(first) <= MAX_QUESTION_WORDS) {
    const [, asked, figure = ''] = /^([^?]+\?)\s+(.*)$/.exec(first) ?? [];
    if (asked && FIGURE_LINE.test(figure))
      return { question: asked, material: text.slice(text.indexOf(figure)).trim() };
    return { question: first, material: text.slice(first.length).trim() };
  }
  const colon = /^([^:]{3,300}):\s+(\S[\s\S]*)$/.exec(text);
  if (colon && wordCount(colon[2] ?? '') >= MIN_MATERIAL_WORDS) {
    return { question: (colon[1] ?? '').trim(), material: (colon[2] ?? '').trim() };
  }
  const sentences = splitSentences(text);
  const asked = sentences.filter((sentence) => sentence.endsWith('?')).join(' ');
  const said = sentences.filter((sentence) => !sentence.endsWith('?')).join(' ');
  if (asked !== '' && wordCount(said) >= MIN_STATEMENT_WORDS) return { question: asked, material: said };
  return wordCount(text) > MAX_QUESTION_WORDS ? { question: '', material: text } : { question: text, material: '' };
}

export function wordCount(text: string): number {
  return text.match(/[\p{L}\p{N}][\p{L}\p{N}'’.,-]*/gu)?.length ?? 0;
}
