import type { ToolUse } from './reply.ts';

/** Tools that Claude Code runs itself; by them a request is known to come from it. */
const OWN = ['Read', 'Write', 'Edit', 'Bash', 'Glob', 'Grep', 'TodoWrite', 'TaskCreate', 'TaskUpdate', 'TaskList'];
const PREFIX = 'mcp__massgen__';

const BOARD = ['get_peer_answers', 'get_peer_context', 'read_peer_file', 'post_note'];

const ACTIONS = ['new_answer', 'vote', 'abstain'];
/** By these agents read on in what was too long. */
const READERS = ['read_more', 'read_result'];

export const isOwnTool = (name: string): boolean => OWN.includes(name);
export const isBoardTool = (name: string): boolean => BOARD.includes(name);
export const isAction = (name: string): boolean => ACTIONS.includes(name);
/** A tool that comes from elsewhere. */
export const isOtherTool = (name: string): boolean => ![...ACTIONS, ...OWN, ...BOARD, ...READERS].includes(name);

/** Claude Code gives the app's tools a prefix. */
export const withoutPrefix = (name: string): string => (name.startsWith(PREFIX) ? name.slice(PREFIX.length) : name);
export const withPrefix = (name: string): string => `${PREFIX}${name}`;

/** What a note says, behind the name of its model. */
const NOTE = 'look at the units before you sum up';
export const noteOf = (model: string): string => `Note of ${model}: ${NOTE}.`;

/** What `code-<step>+<step>…` does with Claude Code's own tools and the board's before it acts, one tool a request. */
const STEPS: Record<string, ToolUse> = {
  write: use('Write', { file_path: 'notes.md', content: 'First line\nSecond line\n' }),
  edit: use('Edit', { file_path: 'notes.md', old_string: 'Second line', new_string: 'Second line, edited' }),
  read: use('Read', { file_path: 'notes.md' }),
  append: use('Bash', { command: 'echo one more line >> log.txt', description: 'Adds a line to log.txt' }),
  bash: use('Bash', { command: 'git init -q repo && echo made > built.txt', description: 'Makes built.txt' }),
  env: use('Bash', { command: 'env > env.txt', description: 'Writes its environment' }),
  outside: use('Bash', { command: 'echo out > ../../../outside.txt', description: 'Writes outside of its folder' }),
  plan: use('TaskCreate', { subject: 'Measure twice', description: 'Before anything is cut.' }),
  begin: use('TaskUpdate', { taskId: '1', status: 'in_progress' }),
  pause: use('Bash', { command: 'python3 -c "import time; time.sleep(1.2)"', description: 'Takes a moment' }),
  peers: use(withPrefix('get_peer_answers'), {}),
  peerwork: use(withPrefix('get_peer_context'), { slot: 'B', part: 'all' }),
  peerfile: use(withPrefix('read_peer_file'), { slot: 'B', path: 'notes.md' }),
  sleep: use('Bash', { command: 'python3 -c "import time; time.sleep(60)"', description: 'Takes long' }),
};

/** The next of the model's own steps, or `null` when it has done them all in this turn. */
export function ownStep(base: string, done: number): ToolUse | null {
  const plan = /^code-([\w+]+)/.exec(base)?.[1]?.split('+') ?? [];
  const step = plan[done] ?? '';
  return step === 'note' ? use(withPrefix('post_note'), { text: noteOf(base) }) : (STEPS[step] ?? null);
}

function use(name: string, input: object): ToolUse {
  return { name, arguments: JSON.stringify(input) };
}
