import { BackendError } from '../backend-error';
import { errorFromResponse } from '../http/error-from-response';
import { errorInChunk } from './error-in-chunk';
import { isDoneMark, isIdleWord, isWaitingNotice } from './frames-without-data';

export interface ChatUsage {
  prompt_tokens?: number | null;
  completion_tokens?: number | null;
  prompt_tokens_details?: { cached_tokens?: number | null } | null;
  completion_tokens_details?: { reasoning_tokens?: number | null } | null;
  /** DeepSeek. */
  prompt_cache_hit_tokens?: number | null;
}

export interface ChatToolCall {
  index?: number | null;
  id?: string | null;
  function?: { name?: string | null; arguments?: unknown } | null;
  /** Google: what belongs to the call and has to come back with it. */
  extra_content?: unknown;
}

export interface ChatDelta {
  content?: unknown;
  reasoning_content?: unknown;
  reasoning?: unknown;
  reasoning_text?: unknown;
  /** OpenRouter. */
  reasoning_details?: unknown;
  refusal?: unknown;
  /** A list, or a single one (TGI). */
  tool_calls?: unknown;
  /** The form before tools. */
  function_call?: unknown;
}

/** The parts of a chat completion chunk that matter; every field may be missing, servers differ. */
export interface ChatChunk {
  usage?: ChatUsage | null;
  /** Groq. */
  x_groq?: { usage?: ChatUsage | null } | null;
  choices?: (ChatChoice | null)[] | null;
}

export interface ChatChoice {
  index?: number | null;
  /** A word; of some servers a number or an object. */
  finish_reason?: unknown;
  delta?: ChatDelta | null;
  /** Instead of `delta`, also in a stream. */
  message?: ChatDelta | null;
  text?: unknown;
  /** Kimi. */
  usage?: ChatUsage | null;
}

/** The chunks of one `data` text. Throws the provider's error where it holds one, and `protocol` for what cannot be read. */
export function readChunks(data: string): ChatChunk[] {
  const values = parse(data).filter((value) => value !== null && !isWaitingNotice(value));
  for (const value of values) {
    const error = errorInChunk(value);
    if (error) throw errorFromResponse({ status: null, body: JSON.stringify(error) });
    if (typeof value !== 'object' || Array.isArray(value)) throw malformed(data);
  }
  return values as ChatChunk[];
}

/** The frame could not be read at all; an error that a provider has put into words is another thing. */
export function isMalformedFrame(error: unknown): boolean {
  return error instanceof BackendError && error.code === 'protocol' && error.refusal === null;
}

function parse(data: string): unknown[] {
  try {
    return [JSON.parse(data)];
  } catch (cause) {
    if (data.trim() === '' || isIdleWord(data)) return [];
    // A server that puts no empty line between its events.
    const lines = data.split('\n').filter((line) => line.trim() !== '' && !isDoneMark(line));
    if (lines.length < 2) throw malformed(data, cause);
    return lines.flatMap(parse);
  }
}

function malformed(data: string, cause?: unknown): BackendError {
  const said = data.trim().replaceAll(/\s+/g, ' ').slice(0, 200);
  return new BackendError('protocol', `The provider sent a malformed frame: ${said}`, { cause });
}
