import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type Doubles, startDoubles } from '@/e2e/doubles/start-doubles';
import type { AgentCall, AgentEvent } from '../backend';
import { backendFor } from '../registry';

const claudeBackend = backendFor('claude');

let doubles: Doubles;

beforeAll(async () => {
  doubles = await startDoubles();
  vi.stubEnv('MASSGEN_TRUSTED_ORIGINS', doubles.origin);
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await doubles.close();
});

function callFor(model: string, changes: Partial<AgentCall> = {}): AgentCall {
  return {
    callId: `call-${model}`,
    runId: 'run',
    slot: 'A',
    choice: { type: 'claude', model, baseUrl: null, params: { temperature: 0.5 } },
    messages: [
      { role: 'system', text: 'You are agent A.' },
      { role: 'user', parts: [{ type: 'text', text: `What is 2 + 2? (${model})` }] },
    ],
    tools: [
      {
        name: 'new_answer',
        description: 'Publish',
        parameters: { type: 'object', properties: { content: { type: 'string' } } },
      },
    ],
    toolChoice: 'required',
    credentials: { apiKey: 'k', baseUrl: doubles.origin },
    ...changes,
  };
}

async function collect(call: AgentCall, signal = new AbortController().signal): Promise<AgentEvent[]> {
  const events: AgentEvent[] = [];
  for await (const event of claudeBackend.call(call, signal)) events.push(event);
  return events;
}

const textOf = (events: AgentEvent[], type: 'text' | 'reasoning') =>
  events.flatMap((event) => (event.type === type ? [event.text] : [])).join('');

describe('claude', () => {
  it('streams thinking, text, one tool use, usage with cache reads and done', async () => {
    const events = await collect(callFor('team-a'));
    expect(textOf(events, 'reasoning')).toBe('I look at what is known. ');
    expect(textOf(events, 'text')).toMatch(/^w1 w2 .* w24 $/);
    const tool = events.find((event) => event.type === 'tool');
    expect(tool).toMatchObject({
      tool: 'new_answer',
      arguments: { content: expect.stringContaining('Answer 1 of team-a') },
    });
    expect(events.find((event) => event.type === 'toolStart')).toMatchObject({
      tool: 'new_answer',
      toolCallId: tool?.toolCallId,
    });
    const usage = events.find((event) => event.type === 'usage')!.usage;
    expect(usage.cachedTokens).toBeGreaterThan(0);
    expect(usage.inputTokens).toBeGreaterThan(usage.cachedTokens);
    expect(usage.outputTokens).toBeGreaterThan(24);
    expect(events.at(-1)).toEqual({ type: 'done', reason: 'tool' });
  });

  it.each(['', '/', '/v1', '/v1/'])('accepts a base URL that ends in "%s"', async (suffix) => {
    doubles.journal.clear();
    const credentials = { apiKey: 'k', baseUrl: `${doubles.origin}${suffix}` };
    await collect(callFor('rate-0x2', { credentials }));
    expect(doubles.journal.items()[0]?.path).toBe('/v1/messages');
  });

  it('marks the system text and the last message for the cache, sends key, call id and forced tool use', async () => {
    doubles.journal.clear();
    const messages = [
      ...callFor('x').messages,
      {
        role: 'assistant' as const,
        text: 'Four.',
        toolCalls: [{ toolCallId: 't1', tool: 'vote', arguments: 'not json' }],
      },
      { role: 'tool' as const, toolCallId: 't1', tool: 'vote', result: 'Not counted.', isError: true },
      { role: 'user' as const, parts: [{ type: 'text' as const, text: 'Look again.' }] },
    ];
    await collect(callFor('rate-0x2', { messages }));
    const [entry] = doubles.journal.items();
    expect(entry?.headers).toMatchObject({ authorization: 'Bearer k', 'x-massgen-call': 'call-rate-0x2' });
    const cache_control = { type: 'ephemeral' };
    expect(entry?.body).toMatchObject({
      temperature: 0.5,
      system: [{ type: 'text', text: 'You are agent A.', cache_control }],
      tool_choice: { type: 'any' },
      tools: [{ name: 'new_answer', input_schema: { type: 'object' } }],
      messages: [
        { role: 'user', content: [{ type: 'text' }] },
        {
          role: 'assistant',
          content: [{ type: 'text' }, { type: 'tool_use', id: 't1', input: { unreadable: 'not json' } }],
        },
        {
          role: 'user',
          content: [
            { type: 'tool_result', tool_use_id: 't1', is_error: true },
            { type: 'text', text: 'Look again.', cache_control },
          ],
        },
      ],
    });
  });

  it('a person’s thinking budget leaves room for the answer, and is left out once there are tool calls', async () => {
    doubles.journal.clear();
    const params = { thinking: { type: 'enabled', budget_tokens: 20_000 }, max_tokens: 8_000 };
    const choice = { type: 'claude', model: 'rate-0x2', baseUrl: null, params };
    await collect(callFor('rate-0x2', { choice }));
    const after: AgentCall['messages'] = [
      ...callFor('x').messages,
      { role: 'assistant', text: '', toolCalls: [{ toolCallId: 't1', tool: 'vote', arguments: {} }] },
      { role: 'tool', toolCallId: 't1', tool: 'vote', result: 'Not counted.', isError: true },
    ];
    await collect(callFor('rate-0x2', { choice, messages: after }));
    const [first, second] = doubles.journal.items().map(({ body }) => body as Record<string, unknown>);
    expect(first).toMatchObject({ thinking: params.thinking, max_tokens: 36_000, tool_choice: { type: 'auto' } });
    expect(second).toMatchObject({ max_tokens: 8_000, tool_choice: { type: 'any' } });
    expect(second).not.toHaveProperty('thinking');
  });

  it.each([
    ['claude-opus-5-5', true],
    ['claude-sonnet-5', true],
    ['claude-opus-4-5-20251101', false],
  ])('%s thinks by itself and is not forced to a tool: %s', async (model, adaptive) => {
    doubles.journal.clear();
    await collect(callFor(model));
    const body = doubles.journal.items()[0]?.body as Record<string, unknown>;
    expect(body.tool_choice).toEqual({ type: adaptive ? 'auto' : 'any' });
    expect(body.thinking).toEqual(adaptive ? { type: 'adaptive', display: 'summarized' } : undefined);
  });

  it('tells what was written to the cache', async () => {
    const usage = (await collect(callFor('team-a'))).find((event) => event.type === 'usage')!.usage;
    expect(usage.cacheWriteTokens).toBeGreaterThan(0);
    expect(usage.inputTokens).toBeGreaterThan(usage.cachedTokens + usage.cacheWriteTokens!);
  });

  it('has a long request counted first, and does not make one that is too long', async () => {
    doubles.journal.clear();
    const withText = (characters: number) =>
      callFor('claude-haiku-4-5', {
        messages: [{ role: 'user', parts: [{ type: 'text', text: 'word '.repeat(characters / 5) }] }],
      });
    await expect(collect(withText(1_000_000))).rejects.toMatchObject({
      code: 'context_too_long',
      message: expect.stringMatching(/^The request has 250,\d{3} tokens; claude-haiku-4-5 takes 200,000\.$/),
    });
    await collect(withText(600_000));
    await collect(withText(10_000));
    expect(doubles.journal.items().map(({ path }) => path.replace('/v1/messages', ''))).toEqual([
      '/count_tokens',
      '/count_tokens',
      '',
      '',
    ]);
  });

  it.each([
    ['fault-401', 'auth', null],
    ['fault-402', 'quota', null],
    ['fault-404', 'bad_request', null],
    ['fault-429-always', 'rate_limited', 1000],
    ['fault-500', 'overloaded', null],
    ['fault-529', 'overloaded', null],
    ['fault-302', 'bad_request', null],
    ['fault-cut', 'network', null],
    ['fault-malformed', 'protocol', null],
  ])('%s is %s, asked once', async (model, code, retryAfterMs) => {
    doubles.journal.clear();
    await expect(collect(callFor(model))).rejects.toMatchObject({ name: 'BackendError', code, retryAfterMs });
    expect(doubles.journal.items()).toHaveLength(1);
  });

  it.each(['fault-silence', 'fault-stall', 'slow'])('%s stops at once when aborted', async (model) => {
    const controller = new AbortController();
    const pending = collect(callFor(model), controller.signal);
    await vi.waitFor(() => expect(JSON.stringify(doubles.journal.items())).toContain(`call-${model}`));
    const abortedAt = performance.now();
    controller.abort();
    await expect(pending).rejects.toMatchObject({ name: 'AbortError' });
    expect(performance.now() - abortedAt).toBeLessThan(2000);
  });

  it('without a key it says so', async () => {
    await expect(
      collect(callFor('team-a', { credentials: { apiKey: null, baseUrl: doubles.origin } })),
    ).rejects.toMatchObject({ code: 'auth' });
    const signal = new AbortController().signal;
    expect(await claudeBackend.health({ apiKey: null, baseUrl: doubles.origin }, signal)).toMatchObject({
      configured: false,
      healthy: false,
    });
    expect(await claudeBackend.health({ apiKey: 'k', baseUrl: doubles.origin }, signal)).toMatchObject({
      healthy: true,
    });
  });
});
