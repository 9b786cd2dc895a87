import 'server-only';
import { selectTurnMessages, type TurnMessage } from '@/db/queries/conversations/select-turn-messages';
import { texts } from '@/lib/features/texts';
import type { Actor } from '@/lib/platform/auth/actor';
import { AppError } from '@/lib/platform/errors/app-error';
import type { Branch, TurnNode } from './read-branch';
import { LONGEST_SHOWN, turnOf } from './turn-of';
import type { TurnPageView, TurnView } from './turn-view';

/** Characters of questions and answers for each turn that is asked for, on average: ten turns are about a quarter of a megabyte of HTML. */
const TURN_TEXT = 4_800;
/** A page has at most this many turns, however many of them go on or are asked for. */
const MOST_TURNS = 100;

export interface TurnQuery {
  /** Only turns before that of this message. */
  before?: string;
  /** At least back to the turn of this message or run. */
  from?: string;
  limit: number;
}

/**
 * Turns of a branch, oldest first: the newest ones, as many as a page shows at once and at least one. Every run that goes on is among them, so
 * that the page can follow it. Throws `not_found` for a message that is not in the branch.
 */
export async function readTurns(
  actor: Actor,
  branch: Branch,
  { before, from, limit }: TurnQuery,
): Promise<TurnPageView> {
  const end = before === undefined ? branch.turns.length : placeOf(branch, before);
  const first = from === undefined ? end - limit : Math.min(placeOf(branch, from), end - limit);
  const open = branch.turns.findIndex(({ answer }) => answer.status === 'queued' || answer.status === 'running');
  const isOpen = open >= 0 && open < end;
  const start = Math.max(0, end - MOST_TURNS, isOpen ? Math.min(first, open) : first);
  const asked = branch.turns.slice(start, end);

  const messages = await selectTurnMessages(
    actor,
    branch.conversation.id,
    asked.flatMap(({ question, answer }) => [question.id, answer.id]),
    LONGEST_SHOWN,
  );
  const byId = new Map(messages.map((message) => [message.id, message]));
  const must = from === undefined ? end - (isOpen ? Math.max(start, open) : end - 1) : asked.length;
  const shown = asked.slice(-Math.max(must, fitting(asked, byId, limit * TURN_TEXT)));
  const turns = await Promise.all(
    shown.map((node) => {
      const at = branch.turns.indexOf(node);
      return turnOf(actor, branch, { node, after: branch.turns[at - 1]?.answer.id ?? null, messages: byId });
    }),
  );
  return {
    turns: turns.filter((turn): turn is TurnView => turn !== null),
    earlier: end - shown.length > 0,
    onward: before === undefined ? onwardOf(branch) : null,
  };
}

/** How many of the newest turns fit into a page by their texts. */
function fitting(nodes: TurnNode[], messages: Map<string, TurnMessage>, room: number): number {
  let left = room;
  const tooMuch = nodes.findLastIndex(({ question, answer }) => {
    left -= sizeOf(messages.get(question.id)) + sizeOf(messages.get(answer.id));
    return left < 0;
  });
  return nodes.length - 1 - tooMuch;
}

function sizeOf(message: TurnMessage | undefined): number {
  const texts = message?.parts.flatMap((part) => (part.type === 'text' ? [part.text.length] : [])) ?? [];
  return Math.min(
    LONGEST_SHOWN,
    texts.reduce((sum, length) => sum + length, message?.result?.final?.length ?? 0),
  );
}

function placeOf({ turns }: Branch, id: string): number {
  const at = turns.findIndex(({ question, answer }) => [question.id, answer.id, answer.runId].includes(id));
  if (at < 0) throw new AppError('not_found', texts.messageNotShown);
  return at;
}

function onwardOf({ turns, leaves }: Branch): string | null {
  const last = turns.at(-1)?.answer.id;
  const end = last && leaves.get(last);
  return end && end !== last ? end : null;
}
