import { describe, expect, it } from 'vitest';
import { errorFromResponse } from './error-from-response';
import { parseRetryAfter } from './parse-retry-after';

describe('errorFromResponse', () => {
  it.each([
    [401, '{"error":{"message":"bad key"}}', 'auth'],
    [403, '', 'auth'],
    [402, '', 'quota'],
    [429, '{"error":{"code":"insufficient_quota"}}', 'quota'],
    [429, '{"error":{"message":"slow down"}}', 'rate_limited'],
    [408, '', 'overloaded'],
    [500, '<html>oops</html>', 'overloaded'],
    [529, '{"type":"error","error":{"type":"overloaded_error","message":"Overloaded"}}', 'overloaded'],
    [400, '{"error":{"code":"context_length_exceeded","message":"too long"}}', 'context_too_long'],
    [400, '{"error":{"message":"prompt is too long: 210000 tokens > 200000 maximum"}}', 'context_too_long'],
    [400, '{"error":"tools are not supported"}', 'bad_request'],
    [404, 'no such model', 'bad_request'],
    [
      400,
      '{"error":{"status":"INVALID_ARGUMENT","message":"API key not valid. Please pass a valid API key."}}',
      'auth',
    ],
    [400, '{"code":"invalid-argument","error":"Incorrect API key provided: k***y."}', 'auth'],
    [400, '{"error":{"message":"Your credit balance is too low to access the Anthropic API."}}', 'quota'],
    [
      429,
      '{"error":{"code":"1113","message":"Insufficient balance or no resource package. Please recharge."}}',
      'quota',
    ],
    [403, '{"error":"Content violates usage guidelines."}', 'content_refused'],
    [400, '{"error":{"code":"content_filter","message":"The response was filtered"}}', 'content_refused'],
    [
      400,
      '{"error":{"message":"This model\'s maximum prompt length is 131072 but the request contains 200000."}}',
      'context_too_long',
    ],
    [422, '{"detail":"x"}', 'bad_request'],
    [null, '{"error":{"type":"overloaded_error","message":"Overloaded"}}', 'overloaded'],
    [null, '{"error":{"type":"rate_limit_error"}}', 'rate_limited'],
  ])('%s %s is %s', (status, body, code) => {
    expect(errorFromResponse({ status, body }).code).toBe(code);
  });

  it('waits as long as Google says, unless the day’s quota is used up', () => {
    const body = (quota: string) =>
      `{"error":{"code":429,"message":"You exceeded your current quota.","details":[{"violations":[{"quotaId":"${quota}"}]},{"retryDelay": "34.5s"}]}}`;
    expect(errorFromResponse({ status: 429, body: body('RequestsPerMinutePerProject') })).toMatchObject({
      code: 'rate_limited',
      retryAfterMs: 34_500,
    });
    expect(errorFromResponse({ status: 429, body: body('RequestsPerDayPerProject') }).code).toBe('quota');
  });

  it('tells what the provider behind a router said', () => {
    const raw = JSON.stringify({ error: { message: 'no such thing as a square circle' } });
    const body = JSON.stringify({ error: { message: 'Provider returned error', code: 400, metadata: { raw } } });
    expect(errorFromResponse({ status: 400, body }).message).toBe(
      'The provider answered with 400: Provider returned error: no such thing as a square circle',
    );
  });

  it('blames no key for what was refused for its content', () => {
    const body = '{"error":{"message":"This model requires moderation. Your input was flagged."}}';
    const error = errorFromResponse({ status: 403, body });
    expect(error).toMatchObject({ code: 'content_refused' });
    expect(error.message).toBe(
      'The provider refused the content (403): This model requires moderation. Your input was flagged.',
    );
  });

  it('tells what the provider said, briefly, and never an HTML page', () => {
    expect(errorFromResponse({ status: 404, body: '{"error":{"message":"no model x"}}' }).message).toContain(
      'no model x',
    );
    expect(errorFromResponse({ status: 502, body: '<html>secret</html>' }).message).not.toContain('secret');
    expect(errorFromResponse({ status: 400, body: 'x'.repeat(5000) }).message.length).toBeLessThanOrEqual(500);
  });
});

describe('parseRetryAfter', () => {
  const now = Date.parse('2026-01-01T00:00:00Z');
  it.each([
    ['2', 2000],
    ['0.5', 500],
    ['Thu, 01 Jan 2026 00:00:10 GMT', 10_000],
    ['Wed, 31 Dec 2025 00:00:10 GMT', 0],
    ['soon', null],
    ['', null],
    [null, null],
  ])('%s is %s ms', (value, expected) => {
    expect(parseRetryAfter(value, now)).toBe(expected);
  });
});
