import { describe, expect, it } from 'vitest';
import { pauseAsked } from './pause-asked';

const NOW = Date.parse('2026-01-01T00:00:00Z');

describe('pauseAsked', () => {
  it.each([
    ['retry-after-ms', { 'retry-after-ms': '1250', 'retry-after': '9' }, '', 1250],
    ['Retry-After in seconds', { 'retry-after': '7' }, 'try again in 8s', 7000],
    ['Retry-After as a date', { 'retry-after': 'Thu, 01 Jan 2026 00:00:10 GMT' }, '', 10_000],
    ['Google’s RetryInfo', {}, '{"error":{"details":[{"@type":"RetryInfo","retryDelay":"34.5s"}]}}', 34_500],
    ['OpenAI’s words', {}, 'Rate limit reached for requests per min. Please try again in 8s.', 8000],
    ['Groq’s words', {}, 'Rate limit reached … Please try again in 7m12.345s. Need more tokens?', 432_345],
    ['Google’s words', {}, 'Please retry in 12.5s.', 12_500],
    ['milliseconds in words', {}, 'Please try again in 250ms.', 250],
    ['a long unit', {}, 'You are sending too fast, retry after 20 seconds', 20_000],
    ['Azure’s words', {}, 'Please retry after 1 second.', 1000],
    ['two units in words', {}, 'Please wait 1 minute and 30 seconds.', 90_000],
    [
      'a reset as a length',
      { 'x-ratelimit-reset-requests': '6m0s', 'x-ratelimit-remaining-requests': '0' },
      '',
      360_000,
    ],
    [
      'only the limit that is used up',
      {
        'x-ratelimit-reset-requests': '6s',
        'x-ratelimit-remaining-requests': '3',
        'x-ratelimit-reset-tokens': '1.57s',
        'x-ratelimit-remaining-tokens': '0',
      },
      '',
      1570,
    ],
    [
      'a reset as Unix milliseconds',
      { 'x-ratelimit-reset': String(NOW + 4000), 'x-ratelimit-remaining': '0' },
      '',
      4000,
    ],
    ['a reset as Unix seconds', { 'x-ratelimit-reset': String(NOW / 1000 + 4) }, '', 4000],
    [
      'Anthropic’s reset',
      { 'anthropic-ratelimit-tokens-reset': '2026-01-01T00:00:05Z', 'anthropic-ratelimit-tokens-remaining': '0' },
      '',
      5000,
    ],
    ['no figure', {}, 'Too many requests per minute. Limit 20 / min.', null],
    ['a figure that is no wait', {}, 'Limit 3, used 3, requested 1. Slow down.', null],
  ])('%s', (_name, headers: Record<string, string>, body, expected) => {
    expect(pauseAsked(headers, body, NOW)).toBe(expected);
  });
});
