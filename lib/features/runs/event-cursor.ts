import { texts } from '@/lib/features/texts';
import { AppError } from '@/lib/platform/errors/app-error';

const MAX_SEQ = 2 ** 31 - 1;

/** Where a reader of a run's events wants to go on: `Last-Event-ID` wins over `?after`, absent = from the start. Throws `malformed`. */
export function eventCursor(request: Request): number {
  const given = request.headers.get('last-event-id') ?? new URL(request.url).searchParams.get('after') ?? '0';
  const seq = /^\d+$/.test(given) ? Number(given) : Number.NaN;
  if (!(seq <= MAX_SEQ)) throw new AppError('malformed', texts.eventCursor);
  return seq;
}
