import type { EventType, RunEvent } from '../event';
import { EVENT_FIELDS, STAMP_FIELDS } from '../event-fields';
import { type Audience, sightOf } from './audience';
import { isPlainDelta } from './is-plain-delta';
import { isByPerson, type NameOf, namedBy } from './named-by';
import { shownToShare } from './share-sight';

/** Folds a run's log, event by event in its order, and says what of it its audience may see. */
export interface Projector {
  /** What they see of the next event; `null` = nothing. The same object when that is all of it. */
  show(event: RunEvent): RunEvent | null;
  /** The same of the event's line in the stored log: byte for byte the same line when that is all of it. */
  showLine(line: string): string | null;
}

/** Of each event type the fields that an audience sees; a type or field that is not named does not leave the server. */
type Sight = ReadonlyMap<string, ReadonlySet<string>>;

const MEMBERS: Sight = wholeVocabulary();

/** The one place that decides what of a run may be seen: pages, REST and streams all read through it. */
export function projector(audience: Audience, nameOf?: NameOf): Projector {
  const sight = sightOf(audience);
  const show = (event: RunEvent) => {
    const shown = sight ? shownToShare(event, sight) : seen(event, MEMBERS.get(event.type));
    return shown && nameOf ? namedBy(shown, nameOf) : shown;
  };
  return {
    show,
    showLine(line) {
      // Nobody who reads a share sees deltas: whether what was streamed comes to anything is known only later.
      if (isPlainDelta(line)) return sight ? null : line;
      const event = JSON.parse(line) as RunEvent;
      const shown = show(event);
      return shown === event ? line : shown && JSON.stringify(shown);
    },
  };
}

/** Members see all of the event and no name is added: what each of them is sent is the line as it is stored. */
export function isWholeForMembers(event: RunEvent): boolean {
  return seen(event, MEMBERS.get(event.type)) === event && !isByPerson(event);
}

function seen(event: RunEvent, named: ReadonlySet<string> | undefined): RunEvent | null {
  if (!named) return null;
  for (const field in event) if (!named.has(field)) return onlyNamed(event, named);
  return event;
}

function onlyNamed(event: RunEvent, named: ReadonlySet<string>): RunEvent {
  return Object.fromEntries(Object.entries(event).filter(([field]) => named.has(field))) as unknown as RunEvent;
}

function wholeVocabulary(): Sight {
  const stamp = ['type', ...Object.keys(STAMP_FIELDS)];
  const types = Object.keys(EVENT_FIELDS) as EventType[];
  return new Map(types.map((type) => [type, new Set([...stamp, ...Object.keys(EVENT_FIELDS[type])])]));
}
