import { BackendError, type BackendErrorCode } from '../backend-error';
import { parseRetryAfter } from './parse-retry-after';

const MAX_MESSAGE = 500;
const QUOTA =
  /insufficient_quota|quota|billing|credit balance|insufficient balance|payment|spending limit|usage limit|recharge/i;
const CONTEXT =
  /context[_ ](?:length|window|limit)|maximum context|prompt is too long|too many (?:input )?tokens|reduce the length|exceeds? (?:the )?(?:available )?context|token count.{0,30}exceeds|maximum prompt length|prompt exceeds max/i;
const CONTENT =
  /content[_ ](?:policy|filter|management)|content filtering|safety (?:system|filter|polic)|usage guidelines|unsafe or sensitive|moderation/i;
const KEY = /api_key_invalid|(?:invalid|incorrect).{0,5}api.?key|api key not valid|authentication|permission/i;
/** Google says here when to come back. A limit per day is not worth the wait. */
const RETRY_DELAY = /"retryDelay":\s*"([\d.]+)s"/;

export interface FailedResponse {
  /** HTTP status; `null` for an error inside a stream that began well. */
  status: number | null;
  retryAfter?: string | null;
  /** The body as text; parsed when it is JSON. */
  body: string;
}

/** What a provider's refusal means for the run. */
export function errorFromResponse({ status, retryAfter, body }: FailedResponse): BackendError {
  const code = codeOf(status, body);
  const detail = messageOf(body);
  const message =
    status === null ? detail || 'The provider reported an error.' : `${statusText(status)}${detail && `: ${detail}`}`;
  const retryAfterMs = parseRetryAfter(retryAfter ?? RETRY_DELAY.exec(body)?.[1]);
  return new BackendError(code, message.slice(0, MAX_MESSAGE), { retryAfterMs });
}

function codeOf(status: number | null, body: string): BackendErrorCode {
  if ((status === 400 || status === 403 || status === null) && CONTENT.test(body)) return 'content_refused';
  if (status === 401 || status === 403) return 'auth';
  if (status === 402) return 'quota';
  if (status === 429) return isUsedUp(body) ? 'quota' : 'rate_limited';
  if (status === 408 || (status !== null && status >= 500)) return 'overloaded';
  if ((status === 400 || status === 413 || status === null) && CONTEXT.test(body)) return 'context_too_long';
  if (status === 400 && KEY.test(body)) return 'auth';
  if (status === 400 && QUOTA.test(body)) return 'quota';
  if (status !== null) return 'bad_request';
  if (/rate.?limit/i.test(body)) return 'rate_limited';
  if (QUOTA.test(body)) return 'quota';
  if (KEY.test(body)) return 'auth';
  return /invalid_request/i.test(body) ? 'bad_request' : 'overloaded';
}

function isUsedUp(body: string): boolean {
  return RETRY_DELAY.test(body) ? /PerDay/.test(body) : QUOTA.test(body);
}

function statusText(status: number): string {
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
    return textIn(parsed) ?? '';
  } catch {
    // Gateways answer with HTML pages; their text helps nobody.
    return body.trimStart().startsWith('<') ? '' : body.trim();
  }
}

function textIn(value: unknown): string | null {
  if (typeof value === 'string') return value;
  if (typeof value !== 'object' || value === null) return null;
  const record = value as Record<string, unknown>;
  return textIn(record.message) ?? textIn(record.error) ?? textIn(record.detail);
}
