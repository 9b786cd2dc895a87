import 'server-only';
import { z } from 'zod';
import { AppError } from '@/lib/platform/errors/app-error';
import { texts } from '@/lib/platform/texts';

const position = z.tuple([z.iso.datetime(), z.uuid()]);

/** Where a page of a list that is ordered by time and id ended, as an opaque text. */
export function encodeCursor({ time, id }: { time: Date; id: string }): string {
  return Buffer.from(JSON.stringify([time.toISOString(), id])).toString('base64url');
}

/** Throws `malformed` for a text that `encodeCursor` has not made. */
export function decodeCursor(cursor: string): { time: Date; id: string } {
  try {
    const [time, id] = position.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()));
    return { time: new Date(time), id };
  } catch (error) {
    throw new AppError('malformed', texts.invalidCursor, { cause: error });
  }
}
