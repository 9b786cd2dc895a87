import { BOARD_SERVER, READ_MORE_TOOL } from '../board-tools';
import type { Rendering } from '../fit/rendering';
import { RESULTS_SERVER } from '../read-result';
import type { RunState, SlotItem, SlotState } from '../state';
import { isAction } from '../workflow-tools';
import { shortAnswersIn } from './short-answers';

type ToolItem = Extract<SlotItem, { kind: 'tool' }>;

/** So many of the newest results keep more than older ones. */
const NEWEST_RESULTS = 3;

/** The result of a tool as the request shows it. `read_more` knows it by its place among the slot's results, from 1. */
export function shortResult(
  state: RunState,
  { items }: SlotState,
  rendering: Rendering,
  item: ToolItem,
  text: string,
): string {
  if (!rendering.isShortened) return text;
  const withAnswers = shortAnswersIn(state, rendering, text);
  const isOnBoard = item.server === BOARD_SERVER;
  if (isAction(item) || (isOnBoard && item.tool === 'get_peer_answers')) return withAnswers;
  const results = items.filter((other) => other.kind === 'tool' && other.result !== null);
  const place = results.indexOf(item) + 1;
  const isNew = place > results.length - NEWEST_RESULTS;
  const name = `the result of ${item.tool}`;
  if (!(isOnBoard && item.tool === READ_MORE_TOOL) && item.server !== RESULTS_SERVER)
    return rendering.shorten({ kind: isNew ? 'result' : 'oldResult', name, source: `result ${place}`, text });
  // What was asked for last comes as it is; what was read before is in its source still.
  return rendering.shorten({ kind: place === results.length ? 'read' : 'oldResult', name, source: null, text });
}
