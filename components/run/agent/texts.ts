import { listWords, plural } from '@/lib/browser/ui/format';
import type { AttachmentForm } from '@/lib/protocol/attachment';

const FORM: Record<AttachmentForm, string> = {
  image: 'as an image',
  document: 'as a document',
  text: 'as text',
  mention: 'by name only',
};

/** What an agent's card says. */
export const texts = {
  received: (files: { name: string; as: AttachmentForm }[]) =>
    `Received ${listWords(files.map(({ name, as }) => `${name} ${FORM[as]}`))}`,
  /** A file that the model got in a lesser form, and why. */
  receivedLess: (file: { name: string; as: AttachmentForm }, because: string) =>
    `Received ${file.name} ${FORM[file.as]}: ${because}`,
  signInNeeded: (server: string) => `${server} asks you to sign in.`,
  signIn: 'Sign in',
  signInThere: (server: string) => `Sign in to ${server} under Settings → MCP`,
  chainSteps: 'Calls of the chain',
  stepDone: 'Done',
  stepFailed: 'Failed',
  use: 'Use',
  /** Where evidence decides nobody votes. */
  currentAnswer: (answerId: string, votes: number | null) =>
    votes === null ? answerId : `${answerId} · ${plural(votes, 'vote')}`,
  noAnswerYet: 'No answer yet',
  noAnswer: 'No answer',
  choose: (answerId: string) => `Use ${answerId}`,
  chooseTitle: (answerId: string) => `Make ${answerId} the winner (u)`,
  showWide: (slot: string) => `Show ${slot} at full width`,
  stopAgent: (slot: string) => `Stop agent ${slot}`,
  agent: (slot: string) => `Agent ${slot}`,
  history: (slot: string) => `What ${slot} has done`,
  agents: 'Agents',
  askAgain: 'Ask again',
  askTeamAgainTitle: 'Ask the team the same question again',
  droppedOut: 'Dropped out after errors. The others continue without it.',
  droppedOutInEndedRun: 'Dropped out after errors. The others continued without it.',
  askSlotAgain: (slot: string) => `Ask again: ${slot}`,
  notStarted: 'Not started yet.',
  writingAnswer: 'Writing an answer…',
  writingVote: 'Writing its vote…',
  waitingForWords: 'Waiting for the first words',
  readContext: (what: string, tokens: string) => `Read ${what} · ${tokens}`,
  contextMade: (form: string, steps: number, bytes: string, took: string) =>
    `${form}, from ${plural(steps, 'step')} · ${bytes} · prepared in ${took}`,
  cut: (what: string) => `Cut: ${what}`,
  copyText: 'Copy the text',
  showGiven: (reader: string) => `Show the text that ${reader} was given`,
  hideGiven: (reader: string) => `Hide the text that ${reader} was given`,
  othersContinue: 'The other agents continue. Earlier answers stay in the run.',
  wroteNote: (to: string[] | null | undefined) => (to ? `Wrote a note to ${listWords(to)}` : 'Wrote a note to all'),
  readNote: (slot: string) => `Read a note from ${slot}`,
  thinking: 'Thinking',
  thoughtBriefly: 'Thought briefly',
  thoughtFor: (span: string) => `Thought for ${span}`,
  thenInterrupted: (what: string) => `${what}, then interrupted`,
  interruptedText: 'Interrupted, not part of the conversation:',
  abstained: 'Abstained',
  answer: (answerId: string) => `Answer ${answerId}`,
  votedFor: (answerId: string) => `Voted for ${answerId}`,
  void: (because: string) => `Void: ${because}`,
  youSaid: 'You said:',
  said: (name: string) => `${name}:`,
  /** One sentence around the name of the new backend. */
  switched: {
    before: 'Continues with',
    after: (from: string) => `instead of ${from} and keeps everything it has read and done.`,
  },
  toolCalls: (calls: number, state: string, failed: number) =>
    `${plural(calls, 'tool call')}, ${state}${failed > 0 ? `, ${failed} failed` : ''}`,
  running: 'running',
  showAll: 'Show all',
  you: 'You',
  somebody: 'A person',
  nobody: 'Nobody',
  allowed: {
    once: (who: string) => `${who} allowed this call.`,
    run: (who: string) => `${who} allowed this tool for the run.`,
    always: (who: string) => `${who} allowed this tool for always.`,
  },
  replied: {
    elicitation: {
      given: (who: string) => `${who} answered what the server asked.`,
      declined: (who: string) => `${who} declined what the server asked.`,
      dismissed: (who: string) => `${who} dismissed what the server asked.`,
      expired: (who: string) => `${who} answered what the server asked in time.`,
      lost: () => 'The application was restarted while the server waited for an answer. It got none.',
    },
    sampling: {
      given: (who: string) => `${who} let the server ask the model.`,
      declined: (who: string) => `${who} did not let the server ask the model.`,
      dismissed: (who: string) => `${who} did not let the server ask the model.`,
      expired: (who: string) => `${who} let the server ask the model in time.`,
      lost: () => 'The application was restarted while the server waited to ask the model. It got no answer.',
    },
  },
  known: 'The result of an equal call in this run. The server was not asked again.',
  resultFiles: 'What the tool has given besides text',
  resultPicture: (size: string) => `Picture from the tool, ${size}`,
  resultFile: 'file',
  saveResult: (type: string, size: string) => `Save ${type}, ${size}`,
  resultTable: 'Result as a table',
  argumentsChanged: 'Arguments, changed by a person',
  arguments: 'Arguments',
  error: 'Error',
  result: 'Result',
  copyPart: (part: string) => `Copy ${part.toLowerCase()}`,
  interrupted: 'interrupted',
  failed: 'failed',
};
