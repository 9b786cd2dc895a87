import { parseJson } from '@/lib/protocol/json';
import type { BackendError } from '../backend-error';
import { errorFromResponse } from '../http/error-from-response';
import { errorInChunk } from './error-in-chunk';

const LABEL = /^error:\s*(?=\S)/i;

/**
 * The provider's error that stands between the events of a stream as a line of its own, as `error: …` (llama.cpp) or as JSON; a parser of
 * events drops such lines. `null` = there is none.
 */
export function errorInLines(text: string): BackendError | null {
  for (const line of text.split(/\r\n|\n|\r/)) {
    const error = errorInLine(line.replace(/^\uFEFF/, '').trim());
    if (error) return errorFromResponse({ status: null, body: JSON.stringify(error) });
  }
  return null;
}

function errorInLine(line: string): unknown {
  if (line.startsWith('{')) return errorInChunk(parseJson(line));
  if (!LABEL.test(line)) return null;
  const said = line.replace(LABEL, '');
  const value = parseJson(said);
  return errorInChunk(value) ?? { error: value ?? { message: said } };
}
