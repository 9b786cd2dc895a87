import { BackendError } from '../backend-error';
import { errorFromResponse } from '../http/error-from-response';
import { errorInBody } from '../http/error-in-body';

export interface MessageUsage {
  input_tokens?: number | null;
  output_tokens?: number | null;
  cache_read_input_tokens?: number | null;
  cache_creation_input_tokens?: number | null;
}

export interface MessageBlock {
  type?: string | null;
  text?: string | null;
  thinking?: string | null;
  signature?: string | null;
  /** Of redacted thinking. */
  data?: string | null;
  id?: string | null;
  name?: string | null;
  input?: unknown;
}

interface MessageDelta {
  type?: string | null;
  text?: string | null;
  thinking?: string | null;
  signature?: string | null;
  partial_json?: string | null;
  stop_reason?: string | null;
}

/** The parts of a frame of a streamed message that matter; every field may be missing, servers differ. */
export interface MessageFrame {
  type?: string | null;
  index?: number;
  message?: { usage?: MessageUsage | null } | null;
  content_block?: MessageBlock | null;
  delta?: MessageDelta | null;
  usage?: MessageUsage | null;
}

/** What keeps a connection alive, or ends a stream of another format. */
const NOTHING = /^\s*(?:\[DONE\]|ping|keep-?alive)?\s*$/i;
const MAX_SAID = 200;

/**
 * The frame of one `data` text; `null` = there is none in it. Throws the provider's error where it holds one, and `protocol` for what cannot
 * be read.
 */
export function readFrame(data: string): MessageFrame | null {
  if (NOTHING.test(data)) return null;
  const value = parse(data);
  const error = errorIn(value);
  if (error) throw errorFromResponse({ status: null, body: JSON.stringify(error) });
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw malformed(data);
  return value as MessageFrame;
}

/** The error that a frame or a body holds; `null` = none. What a type of its own says in words is no error. */
export function errorIn(value: unknown): unknown {
  if (!hasType(value) || /error$/i.test(value.type)) return errorInBody(value);
  const { error, errors, base_resp } = value;
  return error || errors || base_resp ? errorInBody({ error, errors, base_resp }) : null;
}

function hasType(value: unknown): value is Record<string, unknown> & { type: string } {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}

function parse(data: string): unknown {
  try {
    return JSON.parse(data);
  } catch (cause) {
    throw malformed(data, cause);
  }
}

function malformed(data: string, cause?: unknown): BackendError {
  const said = data.trim().replaceAll(/\s+/g, ' ').slice(0, MAX_SAID);
  return new BackendError('protocol', `The provider sent a malformed frame: ${said}`, { cause });
}
