import { globSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Doubles, startDoubles } from '@/e2e/doubles/start-doubles';
import type { PromptMessage, UserPart } from '@/lib/protocol/prompt-message';
import type { AgentCall, AgentEvent } from './backend';
import { backendFor, backendTypes } from './registry';
import type { Contract } from './testing/contract';
import { collectEvents, sampleCall, textOf } from './testing/sample-call';

const modules = await Promise.all(
  globSync('lib/agents/*/testing/contract.ts').map(
    (file) => import(join(process.cwd(), file)) as Promise<{ contract: Contract }>,
  ),
);

/** Every backend that speaks a provider's format. */
const CONTRACT: Record<string, Contract> = Object.fromEntries(modules.map(({ contract }) => [contract.type, contract]));
/** Backends that do not speak to a provider over HTTP in this process; they have tests of their own. */
const ELSEWHERE = ['demo', 'claude_code'];

const PNG = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
const PDF = Buffer.from('%PDF-1.4\n%%EOF').toString('base64');

let doubles: Doubles;
let silent: Server;

beforeAll(async () => {
  doubles = await startDoubles();
  silent = createServer(() => {});
  await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
  vi.stubEnv('MASSGEN_TRUSTED_ORIGINS', `${doubles.origin},${silentOrigin()},http://127.0.0.1:9`);
});
beforeEach(() => doubles.journal.clear());
afterAll(async () => {
  vi.unstubAllEnvs();
  silent.closeAllConnections();
  silent.close();
  await doubles.close();
});

const silentOrigin = () => `http://127.0.0.1:${(silent.address() as AddressInfo).port}`;

const ATTEMPTS = 5;

/** True when one of some attempts took less than `limitMs`: what is measured is this code, not the other work of the machine. */
async function isWithin(limitMs: number, attempt: () => Promise<number>): Promise<boolean> {
  for (let attempts = 0; attempts < ATTEMPTS; attempts++) if ((await attempt()) < limitMs) return true;
  return false;
}

it('every backend stands in this table', () => {
  expect(
    backendTypes()
      .filter((type) => !ELSEWHERE.includes(type))
      .sort(),
  ).toEqual(Object.keys(CONTRACT).sort());
});

describe.each(Object.keys(CONTRACT))('%s', (type) => {
  const { path, request, documents, needsKey } = CONTRACT[type]!;
  const backend = backendFor(type);
  const call = (model: string, changes: Partial<AgentCall> = {}) =>
    sampleCall(type, model, `${doubles.origin}${path}`, changes);
  const run = (model: string, changes?: Partial<AgentCall>) => collectEvents(backend, call(model, changes));
  const sent = () => doubles.journal.items();

  it('streams text, with the call’s id on the request', async () => {
    const events = await run('rate-0x5', { tools: [], toolChoice: 'none' });
    expect(events.filter(({ type: kind }) => kind === 'text').length).toBeGreaterThan(1);
    expect(textOf(events, 'text')).toBe('final1 final2 final3 final4 final5 ');
    expect(events.at(-1)).toEqual({ type: 'done', reason: 'stop' });
    expect(sent()).toHaveLength(1);
    expect(sent()[0]?.path).toMatch(request);
    expect(sent()[0]?.headers['x-massgen-call']).toBe(`call-${type}-rate-0x5`);
  });

  it('streams reasoning', async () => {
    const events = await run('reasoner');
    expect(events.filter(({ type: kind }) => kind === 'reasoning').length).toBeGreaterThan(100);
    expect(textOf(events, 'reasoning')).toMatch(/^I look at what is known\. /);
  });

  it('calls a tool: its beginning first, then its arguments', async () => {
    const events = await run('rate-0x2');
    const tool = events.find((event) => event.type === 'tool');
    expect(tool).toMatchObject({
      tool: 'new_answer',
      arguments: { content: expect.stringContaining('Answer 1 of rate-0x2') },
    });
    const begin = events.findIndex((event) => event.type === 'toolStart');
    expect(events[begin]).toEqual({ type: 'toolStart', toolCallId: tool?.toolCallId, tool: 'new_answer' });
    expect(begin).toBeLessThan(events.indexOf(tool as AgentEvent));
    expect(events.at(-1)).toEqual({ type: 'done', reason: 'tool' });
  });

  it('goes on after a tool call with its result', async () => {
    const first = (await run('rate-0x2')).find((event) => event.type === 'tool')!;
    const vote = {
      name: 'vote',
      description: 'Vote',
      parameters: {
        type: 'object',
        properties: { answer_id: { type: 'string', enum: ['A.1', 'B.1'] }, reason: { type: 'string' } },
      },
    };
    const toolCall = { toolCallId: first.toolCallId, tool: first.tool, arguments: first.arguments };
    const messages: PromptMessage[] = [
      ...call('x').messages,
      { role: 'assistant', text: '', toolCalls: [toolCall] },
      { role: 'tool', toolCallId: first.toolCallId, tool: 'new_answer', result: 'Published as A.1.', isError: false },
      { role: 'user', parts: [{ type: 'text', text: 'Act again.' }] },
    ];
    const events = await run('rate-0x2', { messages, tools: [...call('x').tools, vote] });
    expect(events.find((event) => event.type === 'tool')).toMatchObject({
      tool: 'vote',
      arguments: { answer_id: 'A.1', reason: expect.any(String) },
    });
  });

  it('reports usage once, before it is done', async () => {
    const events = await run('team-a');
    const usages = events.flatMap((event) => (event.type === 'usage' ? [event.usage] : []));
    expect(usages).toHaveLength(1);
    expect(usages[0]!.inputTokens).toBeGreaterThan(usages[0]!.cachedTokens);
    expect(usages[0]!.cachedTokens).toBeGreaterThan(0);
    expect(usages[0]!.outputTokens).toBeGreaterThan(24);
    if (type !== 'claude') expect(usages[0]!.reasoningTokens).toBe(6);
    expect(events.at(-1)?.type).toBe('done');
  });

  it('hands on an image', async () => {
    const messages = withPart({ type: 'image', name: 'dot.png', mediaType: 'image/png', data: PNG });
    expect(await answerOf('rate-0x2', messages)).toContain('I was given image/png.');
  });

  it(documents ? 'hands on a PDF' : 'says that it takes no documents', async () => {
    expect(backend.capabilities('a-new-model').files).toBe(documents);
    if (!documents) return;
    const messages = withPart({ type: 'document', name: 'paper.pdf', mediaType: 'application/pdf', data: PDF });
    expect(await answerOf('rate-0x2', messages)).toContain('I was given application/pdf.');
  });

  it('passes the params of the agent on', async () => {
    await run('rate-0x2', {
      choice: { type, model: 'rate-0x2', baseUrl: null, params: { temperature: 0.5, stream: false } },
    });
    expect(JSON.stringify(sent()[0]?.body)).toContain('"temperature":0.5');
    expect(JSON.stringify(sent()[0]?.body)).not.toContain('"stream":false');
  });

  it.each([
    ['fault-401', 'auth', null],
    ['fault-402', 'quota', null],
    ['fault-404', 'bad_request', null],
    ['fault-quota', 'quota', null],
    ['fault-429-always', 'rate_limited', 1000],
    ['fault-500', 'overloaded', null],
    ['fault-529', 'overloaded', null],
    ['fault-302', 'bad_request', null],
    ['fault-context', 'context_too_long', null],
    ['fault-content', 'content_refused', null],
    ['fault-cut', 'network', null],
    ['fault-malformed', 'protocol', null],
    ['fault-reported', 'overloaded', null],
  ])('%s is %s, asked once', async (model, code, retryAfterMs) => {
    await expect(run(model)).rejects.toMatchObject({ name: 'BackendError', code, retryAfterMs });
    expect(sent()).toHaveLength(1);
  });

  it('tells when the provider’s filter ended the reply', async () => {
    expect((await run('fault-refused')).at(-1)).toMatchObject({ type: 'done', reason: 'refused' });
  });

  it('works again after the pause that a 429 asked for', async () => {
    await expect(run('fault-429')).rejects.toMatchObject({ code: 'rate_limited', retryAfterMs: 1000 });
    expect((await run('fault-429')).at(-1)).toMatchObject({ type: 'done' });
  });

  it.each(['fault-silence', 'fault-stall', 'slow', 'rate-1000x5000'])('%s is stopped within 25 ms', async (model) => {
    expect(await isWithin(25, () => stopAfterBegin(model))).toBe(true);
  });

  it('a server that is not there is a failure of the network', async () => {
    const credentials = { apiKey: 'k', baseUrl: `http://127.0.0.1:9${path}` };
    await expect(run('team-a', { credentials })).rejects.toMatchObject({ code: 'network' });
  });

  if (needsKey)
    it('without a key it says so before it asks', async () => {
      const credentials = { apiKey: null, baseUrl: `${doubles.origin}${path}` };
      await expect(run('team-a', { credentials })).rejects.toMatchObject({ code: 'auth' });
      expect(sent()).toEqual([]);
    });

  describe('health, without spending tokens', () => {
    const check = (apiKey: string | null, baseUrl: string | null, patienceMs = 20_000) =>
      backend.health({ apiKey, baseUrl }, AbortSignal.timeout(patienceMs));

    it('lists the models', async () => {
      const health = await check('k', `${doubles.origin}${path}`);
      expect(health).toMatchObject({ type, configured: true, healthy: true, message: null });
      expect(health.models).toContain('team-a');
      expect(health.models).not.toContain('embedder');
      expect(sent().every(({ path: asked }) => asked.endsWith('/models'))).toBe(true);
    });

    it('says what is wrong with the key, and what is missing', async () => {
      expect(await check('bad-key', `${doubles.origin}${path}`)).toMatchObject({
        configured: true,
        healthy: false,
        message: expect.stringContaining('refused the key'),
      });
      expect(await check(null, null)).toMatchObject({ configured: false, healthy: false, latencyMs: null });
    });

    it('says that nobody is there, and that nobody answers when it is not waited for any more', async () => {
      for (const origin of ['http://127.0.0.1:9', silentOrigin()]) {
        const check500 = async () => {
          const began = performance.now();
          expect(await check('k', `${origin}${path}`, 200)).toMatchObject({ configured: true, healthy: false });
          return performance.now() - began;
        };
        expect(await isWithin(500, check500)).toBe(true);
      }
    });
  });

  function withPart(part: UserPart): PromptMessage[] {
    const [system] = call('x').messages;
    return [system!, { role: 'user', parts: [{ type: 'text', text: 'What is this?' }, part] }];
  }

  async function answerOf(model: string, messages: PromptMessage[]): Promise<string> {
    const tool = (await run(model, { messages })).find((event) => event.type === 'tool');
    return (tool!.arguments as { content: string }).content;
  }

  async function stopAfterBegin(model: string): Promise<number> {
    const controller = new AbortController();
    const pending = collectEvents(backend, call(model), controller.signal);
    pending.catch(() => {});
    const asked = sent().length;
    await vi.waitFor(() => expect(sent().length).toBeGreaterThan(asked), { interval: 2 });
    const began = performance.now();
    controller.abort();
    await expect(pending).rejects.toMatchObject({ name: 'AbortError' });
    return performance.now() - began;
  }
});
