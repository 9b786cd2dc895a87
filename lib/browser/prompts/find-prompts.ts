import type { SavedPrompt } from './saved-prompt';

/** A longer line that begins with a slash is a message. */
const LONGEST_QUERY = 60;
const MOST_FOUND = 8;

/** What somebody looks for who has typed a slash at the beginning of an otherwise empty box; `null` = it is a message. */
export function slashQuery(text: string): string | null {
  if (!text.startsWith('/') || text.includes('\n') || text.length > LONGEST_QUERY) return null;
  return text.slice(1).trim().toLowerCase();
}

/** The prompts in whose name every word of the query occurs; those whose name begins with it come first. */
export function findPrompts<T extends Pick<SavedPrompt, 'name'>>(prompts: readonly T[], query: string): T[] {
  const words = query.split(/\s+/).filter(Boolean);
  const found = prompts.filter(({ name }) => words.every((word) => name.toLowerCase().includes(word)));
  const rank = ({ name }: T) => (name.toLowerCase().startsWith(query) ? 0 : 1);
  return found.toSorted((a, b) => rank(a) - rank(b)).slice(0, MOST_FOUND);
}
