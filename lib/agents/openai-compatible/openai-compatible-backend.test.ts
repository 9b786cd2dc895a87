import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type Doubles, startDoubles } from '@/e2e/doubles/start-doubles';
import type { AgentCall, AgentEvent } from '../backend';
import { backendFor } from '../registry';

const openAiCompatibleBackend = backendFor('openai_compatible');
const zaiBackend = backendFor('zai');

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
    choice: { type: 'openai_compatible', model, baseUrl: null, params: { temperature: 0.5 } },
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
    credentials: { apiKey: 'k', baseUrl: `${doubles.origin}/v1` },
    ...changes,
  };
}

async function collect(call: AgentCall, signal = new AbortController().signal): Promise<AgentEvent[]> {
  const events: AgentEvent[] = [];
  for await (const event of openAiCompatibleBackend.call(call, signal)) events.push(event);
  return events;
}

const textOf = (events: AgentEvent[], type: 'text' | 'reasoning') =>
  events.flatMap((event) => (event.type === type ? [event.text] : [])).join('');

describe('openai_compatible', () => {
  it('streams reasoning, text, one tool call, usage and done', async () => {
    const events = await collect(callFor('team-a@0x5'));
    expect(textOf(events, 'text')).toBe('w1 w2 w3 w4 w5 ');
    const reasoning = await collect(callFor('team-a'));
    expect(textOf(reasoning, 'reasoning')).toBe('I look at what is known. ');
    const tool = events.find((event) => event.type === 'tool');
    expect(tool).toMatchObject({
      tool: 'new_answer',
      arguments: { content: expect.stringContaining('Answer 1 of team-a') },
    });
    expect(events.find((event) => event.type === 'toolStart')).toMatchObject({
      tool: 'new_answer',
      toolCallId: tool?.toolCallId,
    });
    expect(events.at(-2)).toMatchObject({
      type: 'usage',
      usage: { inputTokens: expect.any(Number), cachedTokens: expect.any(Number) },
    });
    expect(events.at(-1)).toEqual({ type: 'done', reason: 'tool' });
  });

  it('sends the call id, the key, the params and the tools', async () => {
    doubles.journal.clear();
    await collect(callFor('rate-0x2'));
    const [entry] = doubles.journal.items();
    expect(entry?.headers).toMatchObject({ 'x-massgen-call': 'call-rate-0x2', authorization: 'Bearer k' });
    expect(entry?.body).toMatchObject({
      model: 'rate-0x2',
      temperature: 0.5,
      stream: true,
      stream_options: { include_usage: true },
      tool_choice: 'required',
      tools: [{ function: { name: 'new_answer' } }],
      messages: [{ role: 'system' }, { role: 'user' }],
    });
  });

  it('renders tool calls and their results', async () => {
    doubles.journal.clear();
    const messages = [
      ...callFor('x').messages,
      {
        role: 'assistant' as const,
        text: '',
        toolCalls: [{ toolCallId: 't1', tool: 'new_answer', arguments: { content: 'four' } }],
      },
      { role: 'tool' as const, toolCallId: 't1', tool: 'new_answer', result: 'Published.', isError: false },
    ];
    await collect(callFor('rate-0x2', { messages, toolChoice: 'none' }));
    expect(doubles.journal.items()[0]?.body).toMatchObject({
      messages: [
        {},
        {},
        {
          role: 'assistant',
          tool_calls: [{ id: 't1', function: { name: 'new_answer', arguments: '{"content":"four"}' } }],
        },
        { role: 'tool', tool_call_id: 't1', content: 'Published.' },
      ],
    });
  });

  it.each([
    ['fault-401', 'auth', null],
    ['fault-402', 'quota', null],
    ['fault-403', 'auth', null],
    ['fault-404', 'bad_request', null],
    ['fault-429-always', 'rate_limited', 1000],
    ['fault-408', 'overloaded', null],
    ['fault-500', 'overloaded', null],
    ['fault-529', 'overloaded', null],
    ['fault-302', 'bad_request', null],
    ['fault-cut', 'network', null],
    ['fault-malformed', 'protocol', null],
  ])('%s is %s', async (model, code, retryAfterMs) => {
    await expect(collect(callFor(model))).rejects.toMatchObject({ name: 'BackendError', code, retryAfterMs });
  });

  it('works again after the pause that a 429 asked for', async () => {
    await expect(collect(callFor('fault-429'))).rejects.toMatchObject({ code: 'rate_limited', retryAfterMs: 1000 });
    expect((await collect(callFor('fault-429'))).at(-1)).toMatchObject({ type: 'done' });
  });

  it('a server that is not there is a network failure', async () => {
    vi.stubEnv('MASSGEN_TRUSTED_ORIGINS', `${doubles.origin},http://127.0.0.1:9`);
    const call = callFor('team-a', { credentials: { apiKey: null, baseUrl: 'http://127.0.0.1:9/v1' } });
    await expect(collect(call)).rejects.toMatchObject({ code: 'network' });
    vi.stubEnv('MASSGEN_TRUSTED_ORIGINS', doubles.origin);
  });

  it('a private address that nobody trusts is not reached', async () => {
    doubles.journal.clear();
    const call = callFor('team-a', {
      credentials: { apiKey: 'k', baseUrl: doubles.origin.replace('127.0.0.1', 'localhost') },
    });
    await expect(collect(call)).rejects.toMatchObject({ code: 'bad_request' });
    expect(doubles.journal.items()).toEqual([]);
  });

  it.each(['fault-silence', 'fault-stall', 'slow', 'rate-1000x100000'])(
    '%s stops at once when aborted',
    async (model) => {
      const controller = new AbortController();
      let abortedAt = 0;
      const pending = collect(callFor(model), controller.signal);
      await vi.waitFor(() => expect(JSON.stringify(doubles.journal.items())).toContain(`call-${model}`));
      abortedAt = performance.now();
      controller.abort();
      await expect(pending).rejects.toMatchObject({ name: 'AbortError' });
      expect(performance.now() - abortedAt).toBeLessThan(2000);
    },
  );

  it('reads a reply that a server sends whole although it was asked to stream', async () => {
    const { readWholeReply } = await import('./read-whole-reply');
    const response = await fetch(`${doubles.origin}/v1/chat/completions`, {
      method: 'POST',
      body: JSON.stringify({ model: 'team-a', messages: [], tools: [{ function: { name: 'new_answer' } }] }),
    });
    const events = readWholeReply(await response.text(), () => 'made', []);
    expect(textOf(events, 'text')).toContain('w1 w2');
    expect(events.find((event) => event.type === 'tool')).toMatchObject({
      tool: 'new_answer',
      arguments: { content: expect.any(String) },
    });
    expect(events.at(-1)).toEqual({ type: 'done', reason: 'tool' });
  });

  it('reports health and models without spending tokens', async () => {
    const signal = new AbortController().signal;
    const good = await openAiCompatibleBackend.health({ apiKey: null, baseUrl: `${doubles.origin}/v1` }, signal);
    expect(good).toMatchObject({
      configured: true,
      healthy: true,
      models: expect.arrayContaining(['team-a']),
      message: null,
    });
    const bad = await openAiCompatibleBackend.health({ apiKey: 'bad-key', baseUrl: `${doubles.origin}/v1` }, signal);
    expect(bad).toMatchObject({
      configured: true,
      healthy: false,
      message: expect.stringContaining('refused the key'),
    });
    const none = await openAiCompatibleBackend.health({ apiKey: null, baseUrl: null }, signal);
    expect(none).toMatchObject({ configured: false, healthy: false, latencyMs: null });
  });
});

describe('zai', () => {
  it('is healthy where it lists no models, and suggests those that are known', async () => {
    const signal = new AbortController().signal;
    const health = await zaiBackend.health({ apiKey: 'k', baseUrl: `${doubles.origin}/unlisted` }, signal);
    expect(health).toMatchObject({ healthy: true, message: null, models: expect.arrayContaining(['glm-5.3']) });
  });
});
