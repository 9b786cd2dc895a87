import { listWords, plural } from '@/lib/browser/ui/format';

/** What the Context tab of a run says. */
export const texts = {
  kinds: { file: '', link: 'a link, not followed', tooLarge: 'too large to keep' },
  changes: { added: 'added', changed: 'changed', removed: 'removed' },
  download: (path: string) => `Download ${path}`,
  nothingShared:
    'Nothing shared yet. When an agent publishes an answer or finishes its tool calls, its work is captured and shown to the others.',
  parts: {
    answers: 'Answers',
    messages: 'Messages',
    toolCalls: 'Tool calls',
    files: 'Files',
    notes: 'Notes',
    plan: 'Plan',
  },
  empty: {
    answers: 'It had not published an answer yet.',
    messages: 'It had not written anything apart from its answers.',
    toolCalls: 'It had not called any tools yet.',
    files: 'Its working folder was empty, or it had none.',
    notes: 'It had not written any notes to the others yet.',
    plan: 'It had no task list.',
  },
  tasks: { pending: 'to do', in_progress: 'in progress', completed: 'done' },
  noteFor: (to: string[] | null | undefined) => (to ? `For ${listWords(to)}` : 'For all'),
  copyHash: 'Copy the full hash',
  compareWith: 'Compare with…',
  continueFromHere: 'Continue from here',
  partsTitle: 'Parts of the context',
  /** `Answers 2`. */
  counted: (part: string, count: number) => (count > 0 ? `${part} ${count}` : part),
  usage: (input: string, output: string, cost: string | null) =>
    `So far ${input} tokens in · ${output} out${cost === null ? '' : ` · ${cost}`}`,
  bothChanges: 'Both changes together',
  comparisons: { clean: 'agrees', mergeable: 'different lines', conflict: 'conflict' },
  filesBeside: 'Files side by side',
  notMerged: 'Nothing is merged automatically. To keep working with one agent’s files, continue from its version.',
  conflict: 'Agents changed the same lines, so nothing is merged. Continue from the version you want to keep.',
  noteTo: (to: string[] | null | undefined) => (to ? `Note to ${listWords(to)}` : 'Note to all'),
  answer: (answerId: string) => `Answer ${answerId}`,
  linesHidden: (lines: number) => (lines === 1 ? '1 more line is not shown.' : `${lines} more lines are not shown.`),
  boardNotes: 'Notes on the board',
  noteState: (to: string[] | null | undefined, clock: string, readBy: string[]) =>
    [
      to ? `For ${listWords(to)}` : 'For all',
      clock,
      readBy.length > 0 ? `read by ${listWords(readBy)}` : 'not read yet',
    ].join(' · '),
  givenOwn: (reader: string) => `What ${reader} was given from its own work`,
  givenOf: (reader: string, author: string) => `What ${reader} was given from ${author}`,
  wasGivenOwn: 'was given from its own work',
  /** Before the letter of an agent. */
  wasGivenOf: 'was given from',
  delivered: (tokens: string, form: string, bytes: string, took: string) =>
    `${tokens}, ${form} · ${bytes} · prepared in ${took}`,
  cut: (what: string) => `Cut: ${what}`,
  answers: (ids: string[]) => `${ids.length === 1 ? 'answer' : 'answers'} ${listWords(ids)}`,
  notes: (ids: string[]) => `${ids.length === 1 ? 'note' : 'notes'} ${listWords(ids)}`,
  /** What was given, as a sentence of its parts. */
  delivery: (parts: string[], isAsked: boolean) => {
    const text = listWords(parts);
    return `${text.charAt(0).toUpperCase()}${text.slice(1)}${isAsked ? ', requested by a tool call' : ''}`;
  },
  cellOwn: (reader: string) => `${reader}’s own:`,
  cellOf: (reader: string, author: string) => `What ${reader} was given from ${author}:`,
  tokensShort: (tokens: string) => `${tokens} tok`,
  earlier: (count: number) => `${count} earlier`,
  failedSharing: 'The run continued without it. Answers and notes are not affected.',
  notRead: (slot: string, clock: string, because: string) =>
    `A snapshot of ${slot} could not be read at ${clock}: ${because}`,
  notCaptured: (slot: string, clock: string, because: string) =>
    `${slot}’s context could not be captured at ${clock}: ${because}`,
  whoSawWhat: 'Who saw whose work',
  whoSawWhatText: 'Newest first. An agent’s own letter stands for its own work from the previous turn.',
  whoWasGiven: 'Who was given whose work',
  reader: 'Reader',
  /** After the letter of an agent. */
  wasGiven: 'was given',
  /** Before the letter of an agent. */
  of: 'from',
  noOther: 'There is no other snapshot in this run yet.',
  from: 'From',
  to: 'To',
  swap: 'Swap the two',
  sameSnapshot: 'Both are the same snapshot. Choose a different one.',
  agent: (slot: string) => `Agent ${slot}`,
  sameContent: 'The two snapshots have the same content.',
  work: 'Work',
  newTask: (status: string) => `new, ${status}`,
  taskRemoved: 'removed',
  taskReworded: 'reworded',
  branched: 'This is a new branch. The earlier one is kept: ‹ › under the answer leads back to it.',
  nextQuestion: 'Next question',
  nextQuestionHint: 'Leave it empty to ask later in the conversation.',
  cancel: 'Cancel',
  continueAndAsk: 'Continue and ask',
  createBranch: 'Create the branch',
  continueFromAnswer: (answerId: string) =>
    `This creates a branch with ${answerId} as its answer. Every agent starts the next turn with this work and these files. Nothing is overwritten.`,
  continueFromMoment:
    'This creates a branch from this moment. Every agent starts the next turn with this work and these files. Nothing is overwritten.',
  noBranch: (problem: string) => `${problem} No branch was created. Your text is still here.`,
  versions: 'Versions',
  versionsText: 'Every snapshot is kept. You can look at it, compare it, or continue from it in a new branch.',
  versionsOf: (slot: string) => `Versions of ${slot}`,
  snapshots: (count: number) => plural(count, 'snapshot'),
  compareSnapshots: 'Compare snapshots',
  continueFrom: (version: string) => `Continue from ${version}`,
  show: 'Show',
  files: (count: number) => plural(count, 'file'),
  showVersion: (version: string) => `Show ${version}`,
  more: (version: string, clock: string) => `More for ${version}, ${clock}`,
};
