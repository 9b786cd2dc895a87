import { BackendError } from '../backend-error';
import { errorFromResponse } from '../http/error-from-response';
import { errorInBody } from '../http/error-in-body';

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
  tool_calls?: ChatToolCall[] | null;
  /** The form before tools. */
  function_call?: ChatToolCall['function'];
}

/** The parts of a chat completion chunk that matter; every field may be missing, servers differ. */
export interface ChatChunk {
  usage?: ChatUsage | null;
  /** Groq. */
  x_groq?: { usage?: ChatUsage | null } | null;
  choices?:
    | {
        finish_reason?: string | null;
        delta?: ChatDelta | null;
        /** Instead of `delta`, also in a stream. */
        message?: ChatDelta | null;
        text?: unknown;
        /** Kimi. */
        usage?: ChatUsage | null;
      }[]
    | null;
}

/** The chunks of one `data` text. Throws the provider's error where it holds one, and `protocol` for what cannot be read. */
export function readChunks(data: string): ChatChunk[] {
  const values = parse(data);
  for (const value of values) {
    const error = errorInBody(value);
    if (error) throw errorFromResponse({ status: null, body: JSON.stringify(error) });
    if (typeof value !== 'object' || value === null || Array.isArray(value)) throw malformed(data);
  }
  return values as ChatChunk[];
}

function parse(data: string): unknown[] {
  try {
    return [JSON.parse(data)];
  } catch (cause) {
    if (data.trim() === '') return [];
    // A server that puts no empty line between its events.
    const lines = data.split('\n').filter((line) => line.trim() !== '' && line.trim() !== '[DONE]');
    if (lines.length < 2) throw malformed(data, cause);
    return lines.flatMap(parse);
  }
}

function malformed(data: string, cause?: unknown): BackendError {
  const said = data.trim().replaceAll(/\s+/g, ' ').slice(0, 200);
  return new BackendError('protocol', `The provider sent a malformed frame: ${said}`, { cause });
}
