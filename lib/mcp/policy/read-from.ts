import { BOARD_SERVER } from '@/lib/protocol/board-tools';
import { RESULTS_SERVER } from '@/lib/protocol/read-result';
import type { RunState } from '@/lib/protocol/state';
import type { Slot } from '@/lib/protocol/team';
import { SEARCH_SERVER } from '../tools/search-tools';

/** What the application's own tools give comes from nobody else, or is a definition that a person has approved. */
const OWN = new Set<string>([BOARD_SERVER, RESULTS_SERVER, SEARCH_SERVER]);

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
      if (item.server === use.server || OWN.has(item.server) || trusted.has(item.server)) continue;
      servers.add(item.server);
    }
  return [...servers].filter((server) => !isKnown(state, server, known));
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
