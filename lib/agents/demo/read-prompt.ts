import { type PromptMessage, type ToolDefinition, textsOf } from '@/lib/protocol/prompt-message';
import { isExampleTool, type UsedTool } from './check-by-tool';
import { findAnswers, type ShownAnswer } from './find-answers';
import { isWorkedOut } from './find-results';
import { readAttachmentText, type UnseenFile } from './read-attachment-text';
import { findAmounts } from './text/find-amounts';
import { isAbout } from './text/is-about';
import { splitTask, type Task } from './text/split-task';

/** What a model can tell from its request, and nothing else. */
export interface PromptView {
  task: Task;
  /** Attached files that the request only names. */
  unseen: UnseenFile[];
  /** What people added while the run went on. */
  guidance: string[];
  /** Contents of the own `new_answer` calls so far, oldest first. */
  published: string[];
  /** The last own call was a `new_answer` that was refused (a duplicate, for example). */
  lastRefused: boolean;
  /** The newest version of each other answer that the request contains. */
  others: ShownAnswer[];
  /** In a presentation, the answer that was chosen. */
  chosen: string | null;
  /** What others wrote to it. */
  notes: string[];
  canNote: boolean;
  hasNoted: boolean;
  canPublish: boolean;
  canKeep: boolean;
  /** Answers under numbers, to be compared, scored or judged without knowing whose they are, and by which tool. */
  numbered: string[];
  judgingTool: string | null;
  votable: string[];
  /** Tools of the example server that it may call, and what they have said. */
  exampleTools: string[];
  usedTools: UsedTool[];
}

/** One thing that the model is told or has said, in order. */
type Entry =
  | { kind: 'said' | 'told' | 'result' | 'file'; text: string }
  | { kind: 'unseen'; text: ''; file: UnseenFile }
  | { kind: 'call'; tool: string; text: string };

const ADDED =
  /(?:^|\n)The person who asked adds:\s+([\s\S]*?)(?=\n\nThe person who asked adds:|\n\nPublished answers follow|\n\nNotes from other agents follow|$)/g;
const NUMBERED = /<answer number="\d+">\n([\s\S]*?)\n<\/answer>/g;
const JUDGING = ['report_pairs', 'report_check', 'score_answers', 'choose_answer'];
const NOTE = /<note id="[^"]*" from="[^"]*">\n([\s\S]*?)\n<\/note>/g;
/** How a request says that the agent's own work of the turn before follows; its answer is in the conversation. */
const OWN_WORK = 'What you did in an earlier turn';
const DESCRIBED_CALL = /^\[(new_answer|vote|abstain|keep_answer|example__\w+)\] (\{.*\})$/gm;
const DESCRIBED_RESULT = /^\[(?:new_answer|vote|abstain|keep_answer|example__\w+)\] /;
/** How a request says that files came without a word. */
const NO_QUESTION = 'The person wrote no question.';
const CHOSEN = /answer chosen is ([A-Z]+\.\d+)/;

/** Reads a request the way a model does: from its messages and its tool definitions only. */
export function readPrompt(messages: PromptMessage[], tools: ToolDefinition[]): PromptView {
  const entries = messages.flatMap(entriesOf);
  const begun = entries.findIndex(isWork);
  const talk = begun < 0 ? entries : entries.slice(0, begun);
  const taskIndex = Math.max(
    0,
    talk.findLastIndex(({ kind }) => kind === 'told'),
  );
  const work = entries.slice(taskIndex + 1);
  const published = work.flatMap((entry) => (entry.kind === 'call' && entry.tool === 'new_answer' ? [entry.text] : []));
  const lastCall = messages.findLast(({ role }) => role === 'tool');
  const answers = work.flatMap((entry) => (entry.kind === 'call' ? [] : findAnswers(entry.text)));
  return {
    task: readTask(entries, taskIndex),
    unseen: filesBefore(entries, taskIndex).flatMap((entry) => (entry.kind === 'unseen' ? [entry.file] : [])),
    guidance: work.flatMap((entry) =>
      entry.kind === 'told' ? [...entry.text.matchAll(ADDED)].map(([, text = '']) => text.trim()) : [],
    ),
    published,
    lastRefused: lastCall?.role === 'tool' && lastCall.tool === 'new_answer' && lastCall.isError,
    others: newestOf(answers).filter(({ content }) => !published.some((own) => normalise(own) === normalise(content))),
    chosen: work.map(({ text }) => CHOSEN.exec(text)?.[1]).findLast(Boolean) ?? null,
    notes: work.flatMap(({ kind, text }) => (kind === 'told' ? notesIn(text) : [])),
    canNote: tools.some(({ name }) => name === 'post_note'),
    hasNoted: work.some((entry) => entry.kind === 'call' && entry.tool === 'post_note'),
    canPublish: tools.some(({ name }) => name === 'new_answer'),
    canKeep: tools.some(({ name }) => name === 'keep_answer'),
    numbered: entries.flatMap(({ text }) => numberedIn(text)),
    judgingTool: tools.find(({ name }) => JUDGING.includes(name))?.name ?? null,
    votable: votableIds(tools),
    exampleTools: tools.map(({ name }) => name).filter(isExampleTool),
    usedTools: messages.flatMap((message) => usedTool(message, messages)),
  };
}

function usedTool(message: PromptMessage, messages: PromptMessage[]): UsedTool[] {
  if (message.role !== 'tool' || !isExampleTool(message.tool)) return [];
  const calls = messages.flatMap((other) => (other.role === 'assistant' ? other.toolCalls : []));
  const call = calls.find(({ toolCallId }) => toolCallId === message.toolCallId);
  const { tool, result, isError } = message;
  return [{ tool, args: call?.arguments, result, isError }];
}

function numberedIn(text: string): string[] {
  return [...text.matchAll(NUMBERED)].map(([, content = '']) => content);
}

function notesIn(text: string): string[] {
  return [...text.matchAll(NOTE)].map(([, note = '']) => note);
}

/** The team's work on the task: the model's own calls, answers and notes that it is shown, what a person adds. */
function isWork(entry: Entry): boolean {
  if (entry.kind === 'call' || entry.kind === 'result') return true;
  if (entry.kind !== 'told') return false;
  return findAnswers(entry.text).length > 0 || entry.text.search(ADDED) >= 0 || notesIn(entry.text).length > 0;
}

function entriesOf(message: PromptMessage): Entry[] {
  switch (message.role) {
    case 'system':
      return [];
    case 'user':
      return textsOf(message.parts).map(toldEntry);
    case 'assistant':
      return [
        ...saidOrDescribed(message.text),
        ...message.toolCalls.map(({ tool, arguments: input }) => ({
          kind: 'call' as const,
          tool,
          text: contentOf(input),
        })),
      ];
    case 'tool':
      return [{ kind: 'result', text: message.result }];
  }
}

function toldEntry(text: string): Entry {
  if (text.startsWith(OWN_WORK)) return { kind: 'said', text: '' };
  const file = readAttachmentText(text);
  if (file && 'given' in file) return { kind: 'file', text: file.given.text };
  if (file) return { kind: 'unseen', text: '', file: file.unseen };
  return { kind: DESCRIBED_RESULT.test(text) ? 'result' : 'told', text };
}

/** The files that came with the message at `index`. */
function filesBefore(entries: Entry[], index: number): Entry[] {
  const before = entries.slice(0, index);
  return before.slice(before.findLastIndex(({ kind }) => kind !== 'file' && kind !== 'unseen') + 1);
}

/** What is asked, and what to work on: the message's own text and its files, else all that was said before. */
function readTask(entries: Entry[], index: number): Task {
  const asked = entries[index]?.text ?? '';
  const { question, material } = asked.startsWith(NO_QUESTION) ? { question: '', material: '' } : splitTask(asked);
  const files = filesBefore(entries, index).filter(({ kind }) => kind === 'file');
  const given = [material, ...files.map(({ text }) => text)].filter(Boolean).join('\n\n');
  return withHistory({ question, material: given }, entries.slice(0, index));
}

/** A presenter's request offers no tools: its earlier calls stand in its text, one a line. */
function saidOrDescribed(text: string): Entry[] {
  const calls = [...text.matchAll(DESCRIBED_CALL)].map(([, tool = '', json = '{}']): Entry => {
    return { kind: 'call', tool, text: contentOf(JSON.parse(json)) };
  });
  return text && calls.length === 0 ? [{ kind: 'said', text }] : calls;
}

function newestOf(answers: ShownAnswer[]): ShownAnswer[] {
  const bySlot = new Map<string, ShownAnswer>();
  for (const answer of answers) {
    const [slot = '', version] = answer.answerId.split('.');
    const known = bySlot.get(slot);
    if (!known || Number(known.answerId.split('.')[1]) <= Number(version)) bySlot.set(slot, answer);
  }
  return [...bySlot.values()];
}

function votableIds(tools: ToolDefinition[]): string[] {
  const parameters = tools.find(({ name }) => name === 'vote')?.parameters as
    | { properties?: { answer_id?: { enum?: unknown[] } } }
    | undefined;
  return (parameters?.properties?.answer_id?.enum ?? []).filter((id): id is string => typeof id === 'string');
}

/** A mark at the start of a list's line; before a number it would be read as a minus. */
const LIST_MARK = /^[ \t]*[-*+] +/gm;

/** The text would have to be changed first, which takes somebody who understands it. */
const SUPPOSES = /\b(?:what if|suppos\w+|assum\w+|imagin\w+|instead of|was wäre,? wenn|angenommen)\b/i;

/** A single figure may go with those that were given before. */
const FIGURES_OF_ITS_OWN = 2;

/**
 * A follow-up question without a text of its own is about what people gave before, unless it says all that is to be computed brings figures or has a
 * topic of its own. What was answered is no text to work on: the numbers in it were worked out, and would be counted again.
 */
function withHistory(task: Task, before: Entry[]): Task {
  if (task.material || isWorkedOut(task.question) || SUPPOSES.test(task.question)) return task;
  if (findAmounts(task.question.replace(/\?\s*$/, '')).length >= FIGURES_OF_ITS_OWN) return task;
  const material = before
    .filter(({ kind }) => kind === 'told' || kind === 'file')
    .map(({ text }) => text.replace(LIST_MARK, ''))
    .join('\n\n')
    .trim();
  return isAbout(task.question, material) ? { question: task.question, material } : task;
}

function contentOf(input: unknown): string {
  const content = typeof input === 'object' && input !== null ? (input as Record<string, unknown>).content : undefined;
  return typeof content === 'string' ? content : '';
}

function normalise(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
