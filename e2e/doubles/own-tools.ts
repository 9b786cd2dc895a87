import type { ToolUse } from './reply.ts';

/** Tools that Claude Code runs itself; by them a request is known to come from it. */
const OWN = ['Read', 'Write', 'Edit', 'Bash', 'Glob', 'Grep', 'TodoWrite'];
const PREFIX = 'mcp__massgen__';

export const isOwnTool = (name: string): boolean => OWN.includes(name);

/** Claude Code gives the app's tools a prefix. */
export const withoutPrefix = (name: string): string => (name.startsWith(PREFIX) ? name.slice(PREFIX.length) : name);
export const withPrefix = (name: string): string => `${PREFIX}${name}`;

/** What `code-<step>+<step>…` does with Claude Code's own tools before it acts, one tool a request. */
const STEPS: Record<string, ToolUse> = {
  write: use('Write', { file_path: 'notes.md', content: 'First line\nSecond line\n' }),
  edit: use('Edit', { file_path: 'notes.md', old_string: 'Second line', new_string: 'Second line, edited' }),
  read: use('Read', { file_path: 'notes.md' }),
  append: use('Bash', { command: 'echo one more line >> log.txt', description: 'Adds a line to log.txt' }),
  bash: use('Bash', { command: 'git init -q repo && echo made > built.txt', description: 'Makes built.txt' }),
  env: use('Bash', { command: 'env > env.txt', description: 'Writes its environment' }),
  outside: use('Bash', { command: 'echo out > ../../../outside.txt', description: 'Writes outside of its folder' }),
  sleep: use('Bash', { command: 'python3 -c "import time; time.sleep(60)"', description: 'Takes long' }),
};

/** The next of the model's own steps, or `null` when it has done them all in this turn. */
export function ownStep(base: string, done: number): ToolUse | null {
  const plan = /^code-([\w+]+)/.exec(base)?.[1]?.split('+') ?? [];
  return STEPS[plan[done] ?? ''] ?? null;
}

function use(name: string, input: object): ToolUse {
  return { name, arguments: JSON.stringify(input) };
}
