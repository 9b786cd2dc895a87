import type { EventType, RunEvent } from './event';
import { EVENT_FIELDS, STAMP_FIELDS } from './event-fields';

/**
 * One event that comes from outside (an imported log, a stream), checked field by field; fields that are not known are kept.
 * Throws an `Error` that names the event type and the field.
 */
export function parseEvent(value: unknown): RunEvent {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new Error('An event must be an object.');
  const event = value as Record<string, unknown>;
  const { type } = event;
  if (typeof type !== 'string' || !Object.hasOwn(EVENT_FIELDS, type)) {
    throw new Error(`There is no event type ${JSON.stringify(type)}.`);
  }
  for (const [field, check] of Object.entries({ ...STAMP_FIELDS, ...EVENT_FIELDS[type as EventType] })) {
    const wrong = check(event[field]);
    if (wrong !== null) throw new Error(`${type}: "${field}" must be ${wrong}.`);
  }
  return value as RunEvent;
}
