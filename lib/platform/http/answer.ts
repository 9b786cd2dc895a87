import { z } from 'zod';

/** What a route answers when all is well: JSON, bytes of some media types, either of the two, or nothing (204). */
export interface Answer {
  status: 200 | 201 | 202 | 204;
  json?: z.ZodObject;
  media?: string[];
}

export const NOTHING: Answer = { status: 204 };

/** That something was asked of a run; what comes of it stands in its events. */
export const TAKEN: Answer = { status: 202, json: z.object({ ok: z.literal(true) }) };

/** ISO 8601, UTC, as JSON has it. */
export const time = z.iso.datetime();

export function json(shape: z.ZodRawShape, status: 200 | 201 | 202 = 200): Answer {
  return { status, json: z.object(shape) };
}

/** A page of a list. `more` = what stands beside the items. */
export function list(item: z.ZodType, more: z.ZodRawShape = {}): Answer {
  return json({ items: z.array(item), nextCursor: z.string().nullable(), ...more });
}

export function file(...media: string[]): Answer {
  return { status: 200, media };
}
