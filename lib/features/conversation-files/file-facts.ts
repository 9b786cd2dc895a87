import type { RunEvent } from '@/lib/protocol/event';
import { fold } from '@/lib/protocol/fold';
import { isSimulation } from '@/lib/protocol/is-simulation';
import type { RunState } from '@/lib/protocol/state';
import type { ConversationFile, FileMessage, FileRun } from './conversation-file';

/** A run of a file with what its log folds to. */
export interface FileRunFacts {
  run: FileRun;
  state: RunState;
  events: RunEvent[];
}

/** In the place of a model's name. */
export const SIMULATION = 'simulation';

export interface FileTurn {
  question: FileMessage;
  answer: FileMessage | null;
  run: FileRunFacts | null;
}

/** The branch that a file shows, turn by turn, oldest first. */
export function shownTurns(file: ConversationFile): FileTurn[] {
  const path = shownPath(file);
  const runs = new Map(file.runs.map((run) => [run.answerMessageId, run]));
  return path.flatMap((question, index): FileTurn[] => {
    if (question.role !== 'user') return [];
    const next = path[index + 1];
    const answer = next?.role === 'assistant' ? next : null;
    const run = answer && runs.get(answer.id);
    return [{ question, answer, run: run ? factsOf(run) : null }];
  });
}

/** How many turns of other branches are in the file. */
export function otherMessages(file: ConversationFile): number {
  return file.messages.length - shownPath(file).length;
}

/** What a message says, without what is attached to it. */
export function textOf({ parts }: FileMessage): string {
  return parts.flatMap((part) => (part.type === 'text' ? [part.text] : [])).join('\n\n');
}

/** What an answer says: its message's text, or where there is none yet what its run said. */
export function answerText({ answer, run }: FileTurn): string {
  return (answer && textOf(answer)) || run?.state.final?.text || '';
}

/** Whether no language model was asked: of an answer without its run its source says so. */
export function isSimulated({ answer, run }: FileTurn): boolean {
  if (run) return run.state.team ? isSimulation(run.state.team.agents) : false;
  return answer?.parts.some((part) => part.type === 'source' && part.model === SIMULATION) ?? false;
}

function factsOf(run: FileRun): FileRunFacts {
  const events = run.events as unknown as RunEvent[];
  return { run, events, state: fold(run.id, events) };
}

function shownPath({ messages, activeLeafId }: ConversationFile): FileMessage[] {
  const byId = new Map(messages.map((message) => [message.id, message]));
  const path: FileMessage[] = [];
  let at = byId.get(activeLeafId ?? '') ?? messages.at(-1);
  // A message stands behind its parent, so this ends.
  for (; at; at = byId.get(at.parentId ?? '')) path.unshift(at);
  return path;
}
