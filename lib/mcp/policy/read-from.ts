import { BOARD_SERVER } from '@/lib/protocol/board-tools';
import { RESULTS_SERVER } from '@/lib/protocol/read-result';
import type { RunState } from '@/lib/protocol/state';

const OWN = new Set<string>([BOARD_SERVER, RESULTS_SERVER]);

/** The servers whose results stand in a run's log, in order, except those that are trusted and the one that is asked about. */
export function readFrom(state: RunState, trusted: ReadonlySet<string>, except: string): string[] {
  const servers = new Set<string>();
  for (const { items } of state.slots)
    for (const item of items)
      if (item.kind === 'tool' && item.result !== null && item.server !== undefined) servers.add(item.server);
  return [...servers].filter((server) => server !== except && !OWN.has(server) && !trusted.has(server));
}
