import type { RunEvent } from '../event';

/** How somebody is called now; `null` = they are no member any more. */
export type NameOf = (userId: string) => string | null;

const FORMER = 'a former member';

/** The id of the person who asked for the event; null = it was no person. */
function personOf(event: RunEvent): string | null {
  return 'by' in event && event.by && 'userId' in event.by ? event.by.userId : null;
}

/** The name of whoever asked for the event; null = nobody is told, or it was no person. */
export function nameOfWhom(event: RunEvent, nameOf: NameOf | null): string | null {
  const person = personOf(event);
  return nameOf && person !== null ? (nameOf(person) ?? FORMER) : null;
}

/** A person asked for the event: whoever reads it may be told their name. */
export function isByPerson(event: RunEvent): boolean {
  return personOf(event) !== null;
}

/** The event with the name of whoever asked for it: the log holds their id alone, so that who is gone leaves no name behind. */
export function namedBy(event: RunEvent, nameOf: NameOf): RunEvent {
  const name = nameOfWhom(event, nameOf);
  return name === null ? event : Object.assign({ ...event }, { by: { ...('by' in event && event.by), name } });
}
