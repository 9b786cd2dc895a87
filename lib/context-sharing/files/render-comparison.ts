import type { FileComparison, FileVersion } from './file-comparison';
import { shortenLines } from './shorten-lines';

/** What is said of a file when there is room. */
interface Passage {
  title: string;
  text: string;
}

const TITLE = 'Files changed in this turn, by path. Nothing has been merged; each agent has its own files.\n';
/** For the sentences that say what was cut. */
const RESERVE = 200;
/** A passage with less of its text says nothing. */
const LEAST = 200;
const ORDER = ['conflict', 'mergeable', 'clean'] as const;

/**
 * Who changed which file, and how these changes go together, as plain text for a model: first the list, conflicts before the rest, then the
 * merged texts and the versions, as far as they fit. The text ends with what was cut. The same comparison gives the same text.
 * @param maxCharacters of the text, at least 500
 */
export function renderComparison(comparisons: FileComparison[], maxCharacters: number): string {
  const sorted = ORDER.flatMap((wanted) => comparisons.filter(({ state }) => state === wanted));
  let left = maxCharacters - RESERVE - TITLE.length;
  const listed: string[] = [];
  for (const line of sorted.map(outline)) {
    if (line.length > left) break;
    listed.push(line);
    left -= line.length;
  }
  const passages = sorted.slice(0, listed.length).flatMap(passagesOf);
  const shown: string[] = [];
  let shortened = 0;
  let leftOut = 0;
  for (const [index, { title, text }] of passages.entries()) {
    const frame = title.length + '\n\n'.length;
    // What one does not need is there for those behind it.
    const share = Math.max(Math.floor(left / (passages.length - index)), LEAST + frame);
    const body = share > left ? { text: '', isCut: true } : shortenLines(indented(text), share - frame);
    if (body.text === '') {
      leftOut += 1;
      continue;
    }
    if (body.isCut) shortened += 1;
    shown.push(`\n${title}\n${body.text}`);
    left -= frame + body.text.length;
  }
  return [TITLE, ...listed, ...shown, cutNote(sorted.length - listed.length, shortened, leftOut)].join('');
}

function outline({ path, state, versions, note }: FileComparison): string {
  const more = note ? ` ${note}` : '';
  return `- ${nameOf(path)}: ${who(versions)}. ${stateWords(state, versions)}${more}\n`;
}

function who(versions: FileVersion[]): string {
  const changes = (['added', 'changed', 'removed'] as const).flatMap((wanted) => {
    const slots = versions.filter(({ change }) => change === wanted).map(({ slot }) => slot);
    return slots.length > 0 ? [`${wanted} by ${agents(slots)}`] : [];
  });
  return changes.join(', ');
}

function stateWords(state: FileComparison['state'], versions: FileVersion[]): string {
  if (state === 'conflict') return 'CONFLICT: only one version can stand, or a new one.';
  if (state === 'mergeable')
    return 'In different lines: both can stand together.'.replace('both', versions.length > 2 ? 'all' : 'both');
  return versions.length > 1 ? 'Their contents go together.' : 'No conflict.';
}

function passagesOf({ path, state, versions, merged }: FileComparison): Passage[] {
  if (state === 'clean') return [];
  if (merged !== null) return [{ title: `${nameOf(path)}, merged:`, text: merged }];
  return versions.flatMap(({ slot, patch, note }): Passage[] => {
    const title = `${nameOf(path)}, what agent ${slot} did:`;
    const text = [note, patch].filter((part) => part !== null).join('\n');
    return text === '' ? [] : [{ title, text }];
  });
}

function cutNote(files: number, shortened: number, leftOut: number): string {
  const parts = [
    files > 0 && `${files} more files are not listed`,
    shortened > 0 && `${shortened} texts are shortened`,
    leftOut > 0 && `${leftOut} texts are left out`,
  ].filter((part) => part !== false);
  return parts.length === 0 ? '' : `\nCut for length: ${parts.join(', ')}.\n`;
}

function agents(slots: string[]): string {
  if (slots.length < 2) return `agent ${slots[0]}`;
  return `agents ${slots.slice(0, -1).join(', ')} and ${slots.at(-1)}`;
}

/** A name is no place for new lines and other signs that would look like text of ours. */
function nameOf(path: string): string {
  return /^[\p{L}\p{N}\p{M} ._/@+-]+$/u.test(path) ? path : JSON.stringify(path);
}

/** Apart from what is said of it. */
function indented(text: string): string {
  const lines = text.endsWith('\n') ? text.slice(0, -1) : text;
  return `${lines.replace(/^/gm, '  ')}\n`;
}
