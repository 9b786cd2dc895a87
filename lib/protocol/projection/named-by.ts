import type { RunEvent } from '../event';

/** How somebody is called now; `null` = they are no member any more. */
export type NameOf = (userId: string) => string | null;

const FORMER = 'a former member';

/** The event with the name of whoever asked for it: the log holds their id alone, so that who is gone leaves no name behind. */
export function namedBy(event: RunEvent, nameOf: NameOf): RunEvent {
  if (!('by' in event) || !event.by || !('userId' in event.by)) return event;
  const { userId } = event.by;
  return Object.assign({ ...event }, { by: { userId, name: nameOf(userId) ?? FORMER } });
}
