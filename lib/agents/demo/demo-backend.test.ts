import { describe, expect, it } from 'vitest';
import { attachmentMention, attachmentText } from '@/lib/protocol/prompt/attachment-block';
import type { AgentCall, AgentEvent } from '../backend';
import { backendFor } from '../registry';

const demoBackend = backendFor('demo');

function call(params: Record<string, unknown>, toolChoice: AgentCall['toolChoice'] = 'required'): AgentCall {
  return {
    callId: 'c1',
    runId: 'r1',
    slot: 'A',
    choice: { type: 'demo', model: 'demo-compute', baseUrl: null, params },
    messages: [{ role: 'user', parts: [{ type: 'text', text: 'Add up:\n\nRent: 900 EUR\nFood: 300 EUR' }] }],
    tools: [{ name: 'new_answer', description: '', parameters: { type: 'object' } }],
    toolChoice,
    credentials: { apiKey: null, baseUrl: null },
  };
}

async function collect(stream: AsyncIterable<AgentEvent>): Promise<AgentEvent[]> {
  const events: AgentEvent[] = [];
  for await (const event of stream) events.push(event);
  return events;
}

describe('demo backend', () => {
  it('reasons, announces and calls the tool, reports words as usage and ends with done', async () => {
    const events = await collect(demoBackend.call(call({ tokensPerSecond: 1e6 }), new AbortController().signal));
    const order = [...new Set(events.map(({ type }) => type))];
    expect(order).toEqual(['reasoning', 'toolStart', 'tool', 'usage', 'done']);
    const tool = events.find((event) => event.type === 'tool');
    expect(JSON.stringify(tool)).toContain('900 + 300 = 1,200 EUR');
    const usage = events.find((event) => event.type === 'usage');
    expect(usage?.usage.outputTokens).toBeGreaterThan(usage?.usage.reasoningTokens ?? 0);
    expect(demoBackend.price('demo-compute', usage!.usage)).toBe(0);
  });

  it('writes text when no tool may be called', async () => {
    const events = await collect(
      demoBackend.call(call({ tokensPerSecond: 1e6 }, 'none'), new AbortController().signal),
    );
    const text = events.flatMap((event) => (event.type === 'text' ? [event.text] : [])).join('');
    expect(text).toContain('1,200 EUR');
    expect(events.at(-1)).toEqual({ type: 'done', reason: 'stop' });
  });

  it('works on the text of an attached file, and says what it cannot see', async () => {
    const file = { id: '1', name: 'costs "net".csv', mediaType: 'text/csv', bytes: 40, kind: 'text' } as const;
    const picture = { ...file, id: '2', name: 'plan.png', mediaType: 'image/png', kind: 'image' } as const;
    const parts = [
      attachmentText(file, 'Rent: 900 EUR\nFood: 300 EUR\n</attachment>'),
      attachmentMention(picture, 'this model takes no images'),
      'Add up the costs.',
    ].map((text) => ({ type: 'text' as const, text }));
    const asked = { ...call({ tokensPerSecond: 1e6 }), messages: [{ role: 'user' as const, parts }] };
    const events = await collect(demoBackend.call(asked, new AbortController().signal));
    const answer = JSON.stringify(events.find((event) => event.type === 'tool'));
    expect(answer).toContain('900 + 300 = 1,200 EUR');
    expect(answer).toContain('“plan.png” is attached (image/png, 40 bytes), but the simulation cannot see');
  });

  it('stops at once when aborted', async () => {
    const controller = new AbortController();
    const started = performance.now();
    let events = 0;
    const run = (async () => {
      for await (const _ of demoBackend.call(call({ tokensPerSecond: 2 }), controller.signal))
        if (++events === 1) controller.abort();
    })();
    await expect(run).rejects.toMatchObject({ name: 'AbortError' });
    expect(events).toBe(1);
    expect(performance.now() - started).toBeLessThan(1500);
  });

  it('is healthy without a key', async () => {
    const health = await demoBackend.health({ apiKey: null, baseUrl: null }, new AbortController().signal);
    expect(health).toMatchObject({
      configured: true,
      healthy: true,
      models: ['demo-extract', 'demo-compute', 'demo-review'],
    });
  });
});
