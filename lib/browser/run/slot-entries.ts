import { listWords } from '@/lib/browser/ui/format';
import { othersName } from '@/lib/browser/ui/me';
import type { DeliveredAttachment } from '@/lib/protocol/attachment';
import type { SharedContext } from '@/lib/protocol/context-event';
import type { DecisionState } from '@/lib/protocol/decision/decision-state';
import type { BackendName, EventError } from '@/lib/protocol/event';
import type { Condensed } from '@/lib/protocol/fit/condensed';
import type { Answer, Note, RunState, SlotItem, SlotState, Vote } from '@/lib/protocol/state';
import { isAction } from '@/lib/protocol/workflow-tools';
import { texts } from './history-texts';

export type ToolItem = Extract<SlotItem, { kind: 'tool' }>;

/** One row of an agent's card, in order of happening. */
export type SlotEntry =
  | { kind: 'reasoning'; text: string; abandoned: boolean; streaming: boolean; ms: number }
  | { kind: 'text'; text: string; abandoned: boolean; streaming: boolean }
  | { kind: 'tools'; tools: ToolItem[] }
  /** `checks` = what they say of it; absent = nothing. */
  | { kind: 'answer'; answer: Answer; checks?: DecisionState['results'] }
  | { kind: 'vote'; vote: Vote }
  /** What the agent's model got of the attached files. */
  | { kind: 'files'; items: DeliveredAttachment[] }
  /** What it got in short, because its model’s window does not hold it all. */
  | { kind: 'condensed'; condensed: Condensed }
  /** A quiet line in words: what was read, why it looks again, what was refused. */
  | { kind: 'note'; text: string }
  /** A server that it works without. */
  | { kind: 'unavailable'; text: string }
  /** What the agent was given of a context. */
  | { kind: 'context'; context: SharedContext }
  /** A note on the board: of the agent itself, or given to it. */
  | { kind: 'board-note'; note: Note; isOwn: boolean }
  /** `by` = the name of somebody else who said it. */
  | { kind: 'steer'; text: string; by: string | null }
  | { kind: 'failure'; error: EventError }
  /** From here on another backend. */
  | { kind: 'switched'; from: string; to: string };

/** A backend in words: its model, the demo by what it is. */
export function backendWords({ type, model }: BackendName): string {
  return type === 'demo' ? texts.simulation : model || type;
}

/** What the board says of a note that it has taken: the only tie between the call and the note. */
const POSTED_AS = /^Posted as ([A-Z]+-n\d+)\b/;

/** Rows that say what it was given, not what it has done. */
const RECEIPTS: ReadonlySet<string> = new Set(['files', 'condensed']);

function publishedBy(answerIds: string[]): string {
  return listWords(answerIds.map((id) => texts.published(id.split('.')[0] ?? '', id)));
}

/** What was refused, by the tool. */
const REPLY_WORDS: Record<string, string> = texts.replies;

/** What an agent did where the team decides by evidence; `null` for what is no such action. */
function decisionWords({ tool, arguments: given }: ToolItem, scores: Record<string, number> = {}): string | null {
  const reason = typeof given === 'object' && given && 'reason' in given ? `: ${given.reason}` : '';
  switch (tool) {
    case 'keep_answer':
      return texts.keepsAnswer + reason;
    case 'score_answers': {
      const scored = Object.entries(scores).map(([answerId, score]) => `${answerId} ${score}`);
      return texts.scored(scored) + reason;
    }
    case 'report_check':
      return texts.checkedAnswer + reason;
    case 'choose_answer':
      return texts.judged + reason;
    case 'report_pairs':
      return texts.compared;
    default:
      return null;
  }
}

function isSameCondensed(a: Condensed, b: Condensed): boolean {
  const said = ({ window, turns, cut, more }: Condensed) => JSON.stringify([window, turns, cut, more]);
  return said(a) === said(b);
}

/** A slot's items as the rows of its card: workflow calls become answers and votes, neighbouring tool calls one group. */
export function slotEntries(
  slot: SlotState,
  run: Pick<RunState, 'answers' | 'votes' | 'notes' | 'decision'>,
): SlotEntry[] {
  const entries: SlotEntry[] = [];
  const answers = run.answers.filter((answer) => answer.slot === slot.slot);
  const votes = run.votes.filter((vote) => vote.slot === slot.slot);
  const posted = run.notes.filter((note) => note.slot === slot.slot);
  let answered = 0;
  let voted = 0;
  const last = slot.items.at(-1);

  function workflow(item: ToolItem): SlotEntry | null {
    if (!item.result) return null;
    if (item.result.isError) {
      return {
        kind: 'note',
        text: texts.refused(REPLY_WORDS[item.tool] ?? texts.otherReply, item.result.text.split('\n')[0] ?? ''),
      };
    }
    if (item.tool === 'new_answer') {
      const answer = answers[answered++];
      return answer ? answerEntry(answer) : null;
    }
    const text = decisionWords(item, run.decision?.ballots.find((ballot) => ballot.slot === slot.slot)?.scores);
    if (text) return { kind: 'note', text };
    const vote = votes[voted++];
    return vote ? { kind: 'vote', vote } : null;
  }

  function answerEntry(answer: Answer): SlotEntry {
    const checks = (run.decision?.results ?? []).filter(({ answerId }) => answerId === answer.answerId);
    return { kind: 'answer', answer, ...(checks.length > 0 && { checks }) };
  }

  function notePostedBy({ tool, result }: ToolItem): Note | undefined {
    const noteId = tool === 'post_note' && result && !result.isError && POSTED_AS.exec(result.text)?.[1];
    return noteId ? posted.find((note) => note.noteId === noteId) : undefined;
  }

  for (const item of slot.items) {
    const streaming = item === last && slot.call !== null && 'callId' in item && item.callId === slot.call.callId;
    switch (item.kind) {
      case 'reasoning':
        entries.push({
          kind: 'reasoning',
          text: item.text,
          abandoned: item.abandoned,
          streaming,
          ms: Date.parse(item.endedAt) - Date.parse(item.startedAt),
        });
        break;
      case 'text':
        if (item.text.trim()) entries.push({ kind: 'text', text: item.text, abandoned: item.abandoned, streaming });
        break;
      case 'tool': {
        if (isAction(item)) {
          const entry = workflow(item);
          if (entry) entries.push(entry);
          break;
        }
        const note = notePostedBy(item);
        if (note) {
          entries.push({ kind: 'board-note', note, isOwn: true });
          break;
        }
        const group = entries.at(-1);
        if (group?.kind === 'tools') group.tools.push(item);
        else entries.push({ kind: 'tools', tools: [item] });
        break;
      }
      case 'delivered': {
        const worked = answered > 0 || voted > 0 || entries.some(({ kind }) => !RECEIPTS.has(kind));
        if (item.answerIds.length > 0) {
          const text = worked ? texts.looksAgain(publishedBy(item.answerIds)) : texts.reads(item.answerIds);
          entries.push({ kind: 'note', text });
        }
        if (item.checked) entries.push({ kind: 'note', text: texts.looksAgain(texts.failsCheck(item.checked)) });
        for (const context of item.contexts ?? []) entries.push({ kind: 'context', context });
        for (const note of run.notes.filter(({ noteId }) => item.noteIds?.includes(noteId))) {
          entries.push({ kind: 'board-note', note, isOwn: false });
        }
        for (const { text, by } of item.steers) entries.push({ kind: 'steer', text, by: othersName(by) });
        break;
      }
      case 'reminder': {
        // A refusal has already been shown with the same reason.
        const before = entries.at(-1);
        if (before?.kind === 'note' && before.text.includes(item.because.split('\n')[0] ?? '')) break;
        entries.push({ kind: 'note', text: texts.askedAgain(item.attempt, item.because) });
        break;
      }
      case 'condensed': {
        // Each call is condensed anew; the same once more says nothing.
        const known = entries.findLast((entry) => entry.kind === 'condensed');
        if (known?.kind !== 'condensed' || !isSameCondensed(known.condensed, item))
          entries.push({ kind: 'condensed', condensed: item });
        break;
      }
      case 'attachments':
        entries.push({ kind: 'files', items: item.items });
        break;
      case 'failure':
        entries.push({ kind: 'failure', error: item.error });
        break;
      case 'unavailable':
        entries.push({ kind: 'unavailable', text: texts.worksWithout(item.server, item.error) });
        break;
      case 'adapted':
        entries.push({ kind: 'note', text: texts.askedDifferently(item.because) });
        break;
      case 'switched':
        entries.push({ kind: 'switched', from: backendWords(item.from), to: backendWords(item.to) });
        break;
    }
  }
  // An answer that no tool call stands for (a single agent's) still belongs to the card.
  for (const answer of answers.slice(answered)) entries.push(answerEntry(answer));
  return entries;
}
