import { BackendError, type BackendErrorCode } from '../backend-error';
import { wordsOf } from '../dialect/words-of';
import { pauseAsked, type ReplyHeaders } from './pause-asked';
import { saysTooLong } from './says-too-long';

const MAX_MESSAGE = 500;
const QUOTA =
  /insufficient_quota|quota|billing|credit balance|insufficient balance|payment|spending limit|usage limit|recharge/i;
const CONTENT =
  /content[_ ](?:policy|filter|management)|content filtering|safety (?:system|filter|polic)|usage guidelines|unsafe or sensitive|moderation/i;
const KEY = /api_key_invalid|(?:invalid|incorrect).{0,5}api.?key|api key not valid|authentication|permission/i;
/** A limit that resets within a turn: waiting helps. One of a day does not. */
const SOON =
  /per[ _-]?(?:second|min)|\b(?:rpm|tpm|rps)\b|rate.?limit|too many requests|"retryDelay"|try again in|retry in/i;
const PER_DAY = /per.?day|\b(?:rpd|tpd)\b|daily/i;

const WAITS: ReadonlySet<BackendErrorCode> = new Set(['rate_limited', 'overloaded']);

/** Where bodies say in words what is wrong, the more telling first. */
const FIELDS = ['message', 'msg', 'status_msg', 'error_msg', 'error', 'errors', 'detail', 'reason'] as const;

export interface FailedResponse {
  /** HTTP status; `null` for an error inside a stream that began well. */
  status: number | null;
  /** By their lower-case names. */
  headers?: ReplyHeaders;
  /** The body as text; parsed when it is JSON. */
  body: string;
}

/** What a provider's refusal means for the run. */
export function errorFromResponse({ status, headers = {}, body }: FailedResponse): BackendError {
  const code = codeOf(status ?? statusIn(body), body);
  const detail = messageOf(body);
  const message =
    status === null
      ? detail || 'The provider reported an error.'
      : `${statusText(status, code)}${detail && `: ${detail}`}`;
  const retryAfterMs = WAITS.has(code) ? pauseAsked(headers, body) : null;
  return new BackendError(code, message.slice(0, MAX_MESSAGE), {
    retryAfterMs,
    refusal: { status, text: wordsOf(body) },
  });
}

function codeOf(status: number | null, body: string): BackendErrorCode {
  if ((status === 400 || status === 403 || status === null) && CONTENT.test(body)) return 'content_refused';
  if (saysTooLong(status, body)) return 'context_too_long';
  if (status === 401 || status === 403) return 'auth';
  if (status === 402) return 'quota';
  if (status === 429) return isUsedUp(body) ? 'quota' : 'rate_limited';
  if (status === 408 || (status !== null && status >= 500)) return 'overloaded';
  // Groq: the model wrote a call that is none; it may do better the next time.
  if (status === 400 && /tool_use_failed/.test(body) && !/tool choice/i.test(body)) return 'protocol';
  if (status === 400 && KEY.test(body)) return 'auth';
  if (status === 400 && QUOTA.test(body)) return 'quota';
  if (status !== null) return 'bad_request';
  if (/rate.?limit/i.test(body)) return 'rate_limited';
  if (QUOTA.test(body)) return 'quota';
  if (KEY.test(body)) return 'auth';
  return /invalid_request/i.test(body) ? 'bad_request' : 'overloaded';
}

function isUsedUp(body: string): boolean {
  if (PER_DAY.test(body)) return true;
  return QUOTA.test(body) && !SOON.test(body);
}

function statusText(status: number, code: BackendErrorCode): string {
  if (code === 'content_refused') return `The provider refused the content (${status})`;
  if (status === 401 || status === 403) return `The provider refused the key (${status})`;
  if (status === 404) return 'The provider knows no such model or address (404)';
  if (status === 429) return 'The provider asks for a pause (429)';
  if (status >= 300 && status < 400)
    return `The provider redirects to another address (${status}), which is not followed`;
  return `The provider answered with ${status}`;
}

function messageOf(body: string): string {
  try {
    const parsed: unknown = JSON.parse(body);
    const behind = rawIn(parsed);
    return [textIn(parsed), behind && messageOf(behind)].filter(Boolean).join(': ');
  } catch {
    // Gateways answer with HTML pages; their text helps nobody.
    return body.trimStart().startsWith('<') ? '' : body.trim();
  }
}

/** What the provider behind a router has said (`error.metadata.raw`); `null` = nothing. */
function rawIn(value: unknown): string | null {
  const { error } = Object(value) as { error?: { metadata?: { raw?: unknown } } | null };
  const raw = error?.metadata?.raw;
  return typeof raw === 'string' ? raw : null;
}

function textIn(value: unknown): string | null {
  if (typeof value === 'string') return value || null;
  if (Array.isArray(value)) return value.map(textIn).find((text) => text !== null) ?? null;
  if (typeof value !== 'object' || value === null) return null;
  const record = value as Record<string, unknown>;
  return FIELDS.map((field) => textIn(record[field])).find((text) => text !== null) ?? null;
}

/** The status that a body names which came with 200, or in a stream; `null` = none. */
function statusIn(body: string): number | null {
  try {
    return statusOf(JSON.parse(body));
  } catch {
    return null;
  }
}

function statusOf(value: unknown): number | null {
  if (Array.isArray(value)) return statusOf(value[0]);
  if (typeof value !== 'object' || value === null) return null;
  const { code, status, status_code, error } = value as Record<string, unknown>;
  const named = [code, status, status_code].map(Number).find((number) => number >= 400 && number < 600);
  return named ?? statusOf(error);
}
