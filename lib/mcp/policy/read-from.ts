import { BOARD_SERVER } from '@/lib/protocol/board-tools';
import { isByTool } from '@/lib/protocol/decision/checks/checking-agent';
import { checksOf } from '@/lib/protocol/decision/checks/checks-of';
import { EXAMPLE_SERVER } from '@/lib/protocol/example-server';
import { RESULTS_SERVER } from '@/lib/protocol/read-result';
import type { RunState } from '@/lib/protocol/state';
import type { Slot } from '@/lib/protocol/team';
import { SEARCH_SERVER } from '../tools/search-tools';

/** What the application's own tools give comes from nobody else, or is a definition that a person has approved. */
const OWN = new Set<string>([BOARD_SERVER, RESULTS_SERVER, SEARCH_SERVER, EXAMPLE_SERVER]);

interface Use {
  slot: Slot;
  server: string;
  tool: string;
}

/**
 * The servers whose results stand in a run's log, in order, except those that are trusted and the one that is asked about. What a person has allowed
 * for the rest of the run, knowing of them, is not asked about again.
 */
export function readFrom(state: RunState, trusted: ReadonlySet<string>, use: Use): string[] {
  const known = lastLeave(state, use);
  const servers = new Set<string>();
  for (const { items } of state.slots)
    for (const item of items) {
      if (item.kind !== 'tool' || item.result === null || item.server === undefined) continue;
      if (!isKnown(state, item.server, known)) servers.add(item.server);
    }
  for (const server of checkedBy(state)) servers.add(server);
  return [...servers].filter((server) => server !== use.server && !OWN.has(server) && !trusted.has(server));
}

/** The servers whose tools have said something of an answer: its author is told in their words. */
function checkedBy({ team, decision }: RunState): string[] {
  const said = new Set(decision?.results.map(({ check }) => check));
  return checksOf(team).flatMap((check) => (isByTool(check) && said.has(check.name) ? [check.server] : []));
}

/** When a person was last asked about this and has allowed it for longer than once. */
function lastLeave({ approvals }: RunState, { slot, server, tool }: Use): string | null {
  const leave = approvals.findLast(
    (approval) =>
      approval.decision === 'allow' &&
      approval.scope !== 'once' &&
      approval.slot === slot &&
      approval.server === server &&
      approval.tool === tool,
  );
  return leave?.at ?? null;
}

/** It had been read from before the person was asked, who was told so. */
function isKnown({ slots }: RunState, server: string, asked: string | null): boolean {
  if (asked === null) return false;
  return slots.some(({ items }) =>
    items.some((item) => item.kind === 'tool' && item.server === server && item.result !== null && item.at <= asked),
  );
}
