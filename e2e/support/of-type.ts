import type { RunEvent } from '../../lib/protocol/event';

/** The events of one type, typed as such. */
export function ofType<T extends RunEvent['type']>(events: RunEvent[], type: T): Extract<RunEvent, { type: T }>[] {
  return events.filter((event): event is Extract<RunEvent, { type: T }> => event.type === type);
}
