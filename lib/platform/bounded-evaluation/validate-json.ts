import 'server-only';
import { evaluate } from './evaluate';
import { fitsIn } from './fits-in';
import { MOST_SCHEMA, MOST_VALUE } from './limits';
import { notEvaluated } from './not-evaluated';
import { texts } from './texts';

export interface SchemaError {
  /** JSON pointer into the value; empty = the value itself. */
  path: string;
  message: string;
}

export type JsonValidation =
  | { valid: true }
  | { valid: false; errors: SchemaError[] }
  /** Not evaluated. */
  | { valid: null; because: string };

type Told = { errors: SchemaError[] } | { because: keyof typeof REASONS; detail?: string };

const REASONS = {
  dialect: texts.dialect,
  reference: texts.reference,
  schema: texts.schema,
  depth: (_detail: string) => texts.depth,
};

/**
 * Validates a JSON value against a schema that may be anybody's: draft 7, 2019-09 or 2020-12 by its `$schema`, without one 2020-12. Bounded in
 * time, memory and size, in a thread of its own; nothing is fetched. Never throws: what keeps it from a result is said in words.
 */
export async function validateJson(schema: unknown, value: unknown): Promise<JsonValidation> {
  if (!fitsIn(schema, MOST_SCHEMA)) return { valid: null, because: texts.schemaTooLarge };
  if (!fitsIn(value, MOST_VALUE)) return { valid: null, because: texts.valueTooLarge };
  const end = await evaluate({ kind: 'schema', schema, value });
  if (end.how !== 'result') return { valid: null, because: notEvaluated(end) };
  const told = end.result as Told;
  if ('because' in told) return { valid: null, because: REASONS[told.because](told.detail ?? '') };
  return told.errors.length === 0 ? { valid: true } : { valid: false, errors: told.errors };
}
