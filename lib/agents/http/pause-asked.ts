import { parseRetryAfter } from './parse-retry-after';

export type ReplyHeaders = Record<string, string | string[] | undefined>;

const SECONDS = { ms: 0.001, s: 1, m: 60, h: 3600, d: 86_400 } as const;
const AMOUNT = String.raw`\d+(?:\.\d+)?\s*(?:milliseconds?|msecs?|ms|seconds?|secs?|s|minutes?|mins?|m|hours?|hrs?|h|days?|d)(?![a-z])`;
/** "Please try again in 1m30.5s", "retry after 20 seconds", "wait 5 minutes". */
const WORDS = new RegExp(
  String.raw`(?:(?:try|retry|again|retried|available|resets?|wait)\b[^.\d\n]{0,40}?)((?:${AMOUNT}[\s,]*(?:and\s*)?)+)`,
  'i',
);
/** Google's RetryInfo. */
const RETRY_DELAY = /"retryDelay":\s*"([\d.]+)s"/;
const RESET = /^(?:x-)?(?:anthropic-)?ratelimit-(?:(.+)-reset|reset-(.+)|reset)$/;
/** A bare number above it is a moment, not a length: Unix time in seconds, or in milliseconds. */
const MOMENT_SECONDS = 1e9;
const MOMENT_MS = 1e12;

/**
 * How many milliseconds the provider wants to be left alone, wherever it says so: `retry-after-ms`, Retry-After, Google's RetryInfo, its
 * words, the reset of a limit that is used up. `null` when it gives no figure.
 */
export function pauseAsked(headers: ReplyHeaders, body: string, now = Date.now()): number | null {
  const precise = Number(one(headers['retry-after-ms']) || Number.NaN);
  if (Number.isFinite(precise)) return Math.max(0, Math.round(precise));
  return (
    parseRetryAfter(one(headers['retry-after']), now) ??
    parseRetryAfter(RETRY_DELAY.exec(body)?.[1], now) ??
    lengthIn(WORDS.exec(body)?.[1]) ??
    resetOf(headers, now)
  );
}

/** Of several limits the longest wait among those that are used up; among all where none says so. */
function resetOf(headers: ReplyHeaders, now: number): number | null {
  const limits = Object.entries(headers).flatMap(([name, value]) => {
    const match = RESET.exec(name);
    const wait = match ? untilReset(one(value), now) : null;
    return match && wait !== null ? [{ wait, used: isUsedUp(headers, match[1] ?? match[2]) }] : [];
  });
  const spent = limits.some(({ used }) => used) ? limits.filter(({ used }) => used) : limits;
  return spent.length > 0 ? Math.max(...spent.map(({ wait }) => wait)) : null;
}

function isUsedUp(headers: ReplyHeaders, kind: string | undefined): boolean {
  return Object.entries(headers).some(
    ([name, value]) =>
      /ratelimit/.test(name) && /remaining/.test(name) && (!kind || name.includes(kind)) && Number(one(value)) === 0,
  );
}

function untilReset(value: string | null, now: number): number | null {
  if (!value) return null;
  const number = Number(value);
  if (Number.isFinite(number)) {
    if (number >= MOMENT_MS) return Math.max(0, number - now);
    return number >= MOMENT_SECONDS ? Math.max(0, number * 1000 - now) : Math.max(0, Math.round(number * 1000));
  }
  const length = /^[\d.\s]+[a-z]/i.test(value) ? lengthIn(value) : null;
  return length ?? parseRetryAfter(value, now);
}

/** "6m0s", "1 minute and 30 seconds" in milliseconds. */
function lengthIn(text: string | undefined): number | null {
  if (!text) return null;
  let seconds = 0;
  for (const [, amount, unit = ''] of text.matchAll(/(\d+(?:\.\d+)?)\s*([a-z]+)/gi))
    seconds += Number(amount) * SECONDS[unitOf(unit.toLowerCase())];
  return Math.round(seconds * 1000);
}

function unitOf(word: string): keyof typeof SECONDS {
  if (word === 'ms' || word.startsWith('milli') || word.startsWith('msec')) return 'ms';
  return word.charAt(0) as 's' | 'm' | 'h' | 'd';
}

function one(value: string | string[] | undefined): string | null {
  return (Array.isArray(value) ? value[0] : value) ?? null;
}
