import type { RunEvent } from '../event';

/** How somebody is called now; `null` = they are no member any more. */
export type NameOf = (userId: string) => string | null;

const FORMER = 'a former member';

/** The name of whoever asked for the event; null = nobody is told, or it was no person. */
export function nameOfWhom(event: RunEvent, nameOf: NameOf | null): string | null {
  if (!nameOf || !('by' in event) || !event.by || !('userId' in event.by)) return null;
  return nameOf(event.by.userId) ?? FORMER;
}

/** The event with the name of whoever asked for it: the log holds their id alone, so that who is gone leaves no name behind. */
export function namedBy(event: RunEvent, nameOf: NameOf): RunEvent {
  const name = nameOfWhom(event, nameOf);
  return name === null ? event : Object.assign({ ...event }, { by: { ...('by' in event && event.by), name } });
}
