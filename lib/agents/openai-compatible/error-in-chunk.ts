import { isFields } from '@/lib/protocol/json';
import { errorInBody } from '../http/error-in-body';

/** As `errorInBody`, but an `error` beside choices, or in one, that says nothing is none: some servers send the field with every chunk. */
export function errorInChunk(value: unknown): unknown {
  const error = errorInBody(value);
  if (!isFields(error) || !isFields(value) || !Array.isArray(value.choices) || !isEmpty(error.error)) return error;
  const { error: _empty, ...rest } = value;
  return value.error ? errorInChunk(rest) : null;
}

function isEmpty(value: unknown): boolean {
  if (isFields(value)) return Object.values(value).every(isEmpty);
  if (Array.isArray(value)) return value.every(isEmpty);
  return !value || value === '0';
}
