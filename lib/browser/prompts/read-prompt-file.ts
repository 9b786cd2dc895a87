/** A prompt as a file names it. */
export interface FilePrompt {
  name: string;
  text: string;
}

const NAMES = ['name', 'title', 'command'];
const TEXTS = ['text', 'content', 'prompt'];
const LONGEST_NAME = 100;

/**
 * The prompts of a file: our own export, lists as other applications write them (`title` and `content`, `name` and `prompt`), or one text
 * whose name is the file's. `null` = it holds none.
 */
export function readPromptFile(fileName: string, content: string): FilePrompt[] | null {
  const found = fileName.toLowerCase().endsWith('.json') ? promptsOf(parse(content)) : plain(fileName, content);
  return found.length > 0 ? found : null;
}

function plain(fileName: string, content: string): FilePrompt[] {
  const name = fileName.replace(/\.[^.]*$/, '').slice(0, LONGEST_NAME);
  return name.trim() !== '' && content.trim() !== '' ? [{ name, text: content }] : [];
}

function parse(content: string): unknown {
  try {
    return JSON.parse(content);
  } catch {
    // Not JSON: it holds no prompts, and that is what is said.
    return null;
  }
}

function promptsOf(value: unknown): FilePrompt[] {
  if (Array.isArray(value)) return value.flatMap(promptOf);
  const { prompts } = (value ?? {}) as { prompts?: unknown };
  return Array.isArray(prompts) ? prompts.flatMap(promptOf) : promptOf(value);
}

function promptOf(value: unknown): FilePrompt[] {
  if (typeof value !== 'object' || value === null) return [];
  const entry = value as Record<string, unknown>;
  const first = (keys: string[]) =>
    keys.map((key) => entry[key]).find((text) => typeof text === 'string' && text !== '');
  const name = first(NAMES);
  const text = first(TEXTS);
  if (typeof name !== 'string' || typeof text !== 'string') return [];
  return [{ name: name.replace(/^\//, '').slice(0, LONGEST_NAME), text }];
}
