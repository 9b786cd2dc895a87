import { cleanText } from '../text/clean-text';

/** Characters of a title, as one that a person gives may have; the rule's own are shorter. */
export const MAX_TITLE = 100;
export const MAX_SUMMARY = 400;

/** Of a model's reply or an answer no more than this is looked at. */
const MOST_READ = 20_000;
/** Directions of a text that are shown by their code elsewhere: a title of one line needs none of them. */
const MARKS_OF_DIRECTION = /[\u061c\u200e\u200f]/gu;

/**
 * Words that something else than a person has written, as one line: nothing hidden, nothing that turns the order of the text, none of
 * Markdown's signs, and cut between what a reader sees as characters.
 */
export function oneLine(text: string, most: number): string {
  const line = text
    .slice(0, MOST_READ)
    .toWellFormed()
    .replace(/[\s\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(MARKS_OF_DIRECTION, '');
  return cleanText(withoutMarkdown(line).trim(), most);
}

/** The words of a line without emphasis, code, headings, and with links and pictures by their words. */
function withoutMarkdown(line: string): string {
  return line
    .replace(/^\s*(?:#{1,6}\s+|>\s*|[-*+]\s+)+/, '')
    .replace(/!?\[([^[\]]*)\]\([^()\s]*\)/g, '$1')
    .replace(/(\*\*|__|~~|`+)/g, '')
    .replace(/(?<![\p{L}\p{N}])[*_](\S[^*_]*)[*_](?![\p{L}\p{N}])/gu, '$1');
}
