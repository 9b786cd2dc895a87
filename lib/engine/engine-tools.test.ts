import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { testDatabaseKinds } from '@/db/testing/use-test-database';
import type { AgentCall } from '@/lib/agents/backend';
import type { ScriptedStep } from './testing/scripted-backend';
import { teamScript } from './testing/team-script';
import { createTestSource } from './testing/test-tools';
import { calls, resultsIn, ToolRuns } from './testing/tool-runs';
import type { ToolHost, ToolScope } from './tool-source';
import { resultReader } from './tools/result-reader';
import { ToolBlobs } from './tools/tool-blobs';

const ALONE = { agents: 1 };
const readPart = (text: string) => text.slice(text.indexOf(']\n\n') + 3);
const hasResult = (call: AgentCall) => resultsIn(call).length > 0;

/** Uses the tool first, then says the answer. */
const once =
  (...tools: { tool: string; arguments: unknown }[]) =>
  (call: AgentCall): ScriptedStep =>
    hasResult(call) ? { text: ['The answer.'] } : { text: ['I look. '], tools };

describe.each(testDatabaseKinds())('tools on %s', (kind) => {
  const runs = new ToolRuns(kind);

  test('a team of one uses them in its presentation, and what it says before is its working', async () => {
    const source = createTestSource({ look: {} });
    const { backend, ended } = await runs.begin([source], ALONE, once(...calls('look', { what: 'size' })));
    const { events, state } = await ended();
    expect(state).toMatchObject({ status: 'finished', final: { text: 'The answer.', presented: true } });
    expect(source.runs).toMatchObject([{ tool: 'look', arguments: { what: 'size' }, phase: 'presentation' }]);
    const [first, second] = backend.calls;
    expect(first).toMatchObject({ toolChoice: 'auto', tools: [{ name: 'workshop_look' }, { name: 'read_result' }] });
    expect(second?.messages.slice(-2)).toMatchObject([
      { role: 'assistant', text: 'I look. ', toolCalls: [{ tool: 'workshop_look', arguments: { what: 'size' } }] },
      { role: 'tool', tool: 'workshop_look', result: 'Done with {"what":"size"}.', isError: false },
    ]);
    const named = { server: 'workshop', tool: 'look' };
    expect(events).toContainEqual(expect.objectContaining({ type: 'tool.called', ...named, name: 'workshop_look' }));
    expect(events).toContainEqual(expect.objectContaining({ type: 'tool.finished', ...named }));
    const types = events.map(({ type }) => type);
    expect(types.indexOf('tools.offered')).toBeLessThan(types.indexOf('tool.called'));
    expect(state.slots[0]?.items).toContainEqual(expect.objectContaining({ kind: 'text', text: 'I look. ' }));
  });

  test('a team uses them while it works, and its presenter too', async () => {
    const source = createTestSource({ look: {} });
    const answer = teamScript(2);
    const { backend, ended } = await runs.begin([source], { agents: 2 }, (call, step) => {
      const looked = call.messages.filter(
        (message) => message.role === 'tool' && message.tool === 'workshop_look',
      ).length;
      if (call.toolChoice === 'auto')
        return looked < 2 ? { tools: calls('look', { what: 'the end' }) } : { text: ['Final.'] };
      return looked === 0 ? { tools: calls('look', { what: `${call.slot} ${step}` }) } : answer(call);
    });
    const { events, state } = await ended();
    expect(state).toMatchObject({ status: 'finished', final: { text: 'Final.', presented: true } });
    const phases = source.runs.map(({ phase }) => phase);
    expect(phases.filter((phase) => phase === 'coordination')).toHaveLength(2);
    expect(phases).toContain('presentation');
    const asked = backend.calls.find(({ toolChoice }) => toolChoice === 'required');
    expect(asked?.tools.map(({ name }) => name)).toEqual(['new_answer', 'workshop_look', 'read_result']);
    const started = events.filter(({ type }) => type === 'agent.started').length;
    expect(events.filter(({ type }) => type === 'tools.offered')).toHaveLength(started);
  });

  test('where no source offers anything, requests and events are what they are without sources', async () => {
    const seen = [];
    for (const sources of [[], [createTestSource({})]]) {
      const { backend, ended } = await runs.begin(sources, { agents: 1 }, teamScript(3));
      const { events } = await ended();
      const plain = events.map(({ runId: _, at: __, ...event }) => ({ ...event, callId: '', seed: 0 }));
      seen.push({
        plain,
        requests: backend.calls.map(({ messages, tools, toolChoice }) => [messages, tools, toolChoice]),
      });
      await runs.stop();
    }
    expect(seen[1]).toEqual(seen[0]);
  });

  test('5 calls of 200 ms in one step take less than 300 ms, and no more than 8 run at once', async () => {
    const source = createTestSource({ wait: { ms: 200 } });
    const five = calls('wait', ...[1, 2, 3, 4, 5].map((what) => ({ what })));
    const { backend, ended } = await runs.begin([source], ALONE, once(...five));
    await ended();
    const ends = source.runs.map(({ endedAt }) => endedAt ?? Number.POSITIVE_INFINITY);
    const starts = source.runs.map(({ startedAt }) => startedAt);
    expect(ends).toHaveLength(5);
    expect(Math.max(...ends) - Math.min(...starts)).toBeLessThan(300);
    // Results stand in the order of the calls, whichever was first.
    expect(resultsIn(backend.calls[1] as AgentCall).map((text) => text.replace(/\D/g, ''))).toEqual([
      '1',
      '2',
      '3',
      '4',
      '5',
    ]);
    await runs.stop();
    const many = createTestSource({ wait: { ms: 20 } });
    const twenty = calls('wait', ...Array.from({ length: 20 }, (_, what) => ({ what })));
    await (await runs.begin([many], ALONE, once(...twenty))).ended();
    expect(many.runs).toHaveLength(20);
    expect(many.mostAtOnce).toBe(8);
  });

  test('with idleSeconds 1 a tool of 5 s fails nothing, in whichever loop it runs', async () => {
    const source = createTestSource({ wait: { ms: 5_000 } });
    const limits = { idleSeconds: 1, callSeconds: 4 };
    const use = { tool: 'workshop_wait', arguments: {} };
    const answer = teamScript(1);
    const begun = new Set<string>();
    const { ended } = await runs.begin([source], { agents: 2, limits }, (call) => {
      if (begun.has(call.slot)) return call.toolChoice === 'auto' ? { text: ['Final.'] } : answer(call);
      begun.add(call.slot);
      // A runs its tools between its steps, B has a loop of its own.
      return call.slot === 'A' ? { tools: [use] } : { ...answer(call), board: [use] };
    });
    const run = await ended();
    expect(run.state).toMatchObject({ status: 'finished', boundsHit: [], final: { text: 'Final.' } });
    expect(run.events.filter(({ type }) => type === 'agent.failed')).toEqual([]);
    expect(source.runs).toHaveLength(2);
  }, 30_000);

  test('a result of 5 MB comes as a preview with a reader, and whole by reading', async () => {
    const whole = Array.from({ length: 350_000 }, (_, line) => `line ${line} 𝄞 é`)
      .join('\n')
      .slice(0, 5_000_000)
      .replace(/[\ud800-\udbff]$/, '');
    const source = createTestSource({ big: { text: whole } });
    const next = (text: string) => /read_result \{"result": "r1", "offset": (\d+)\} reads on/.exec(text)?.[1];
    const { backend, runId, ended } = await runs.begin(
      [source],
      ALONE,
      (call) => {
        const results = resultsIn(call);
        const offset = Number(next(results.at(-1) ?? ''));
        if (results.length === 0) return { tools: calls('big', {}) };
        return results.length < 3
          ? { tools: [{ tool: 'read_result', arguments: { result: 'r1', offset } }] }
          : { text: ['Read.'] };
      },
      200_000,
    );
    const { events, state } = await ended();
    expect(state.final?.text).toBe('Read.');
    const [preview = '', ...read] = resultsIn(backend.calls.at(-1) as AgentCall);
    const parts = [preview.slice(0, preview.lastIndexOf('\n\n[Characters 1 to')), ...read.map(readPart)];
    // The rest by the same tool, as another process would give it.
    const { source: reader, tool } = resultReader(new ToolBlobs(runs.db, runId));
    const scope = { state, slot: 'A', reader: async () => ({ abilities: { contextWindow: 200_000 } }) } as ToolScope;
    for (let offset = next(read.at(-1) ?? ''); offset !== undefined; ) {
      const invocation = { scope, toolCallId: 't', tool, arguments: { result: 'r1', offset: Number(offset) } };
      const { text } = await reader.run(invocation, {} as ToolHost, AbortSignal.timeout(60_000));
      parts.push(readPart(text));
      offset = next(text.slice(0, 200));
    }
    expect(parts.join('') === whole).toBe(true);
    const [first] = events.filter((event) => event.type === 'tool.finished');
    expect(first).toMatchObject({ stored: { id: 'r1', characters: whole.length, bytes: Buffer.byteLength(whole) } });
    expect(JSON.stringify(first).length).toBeLessThan(50_000);
    expect(resultsIn(backend.calls[1] as AgentCall)[0]?.length).toBeLessThan(25_000);
  }, 120_000);

  test('stop cancels the running tool within 100 ms', async () => {
    const source = createTestSource({ wait: { ms: 60_000 } });
    const { engine, runId, ended } = await runs.begin([source], ALONE, once(...calls('wait', {})));
    await expect.poll(() => source.runs.length).toBe(1);
    const stoppedAt = performance.now();
    expect(await engine.control(runId, { type: 'stop' })).toEqual({ ok: true });
    const { state } = await ended();
    expect(state.status).toBe('stopped');
    const [run] = source.runs;
    expect((run?.abortedAt ?? Number.POSITIVE_INFINITY) - stoppedAt).toBeLessThan(100);
    expect(run?.endedAt).not.toBeNull();
  });

  test('a tool that does not heed its signal holds nobody up', async () => {
    const source = createTestSource({ deaf: { run: () => sleep(2_000, { text: 'Late.', isError: false }) } });
    const { engine, runId, ended } = await runs.begin([source], ALONE, once(...calls('deaf', {})));
    await expect.poll(() => source.runs.length).toBe(1);
    await engine.control(runId, { type: 'stop' });
    const { events } = await ended();
    expect(source.runs[0]?.endedAt).toBeNull();
    expect(events.some(({ type }) => type === 'tool.finished')).toBe(false);
  });

  test('the budget of the run: once it is used up no tool is run', async () => {
    const source = createTestSource({ look: {} });
    const { ended } = await runs.begin([source], { ...ALONE, limits: { maxTokens: 20 } }, () => ({
      text: ['Before. '],
      tools: calls('look', {}),
      usage: { inputTokens: 100, outputTokens: 10, cachedTokens: 0, reasoningTokens: 0 },
    }));
    const { state } = await ended();
    expect(state.boundsHit.map(({ bound }) => bound)).toEqual(['maxTokens']);
    expect(source.runs).toEqual([]);
    // A team of one keeps what it has written so far.
    expect(state).toMatchObject({ status: 'finished', final: { text: 'Before.', presented: false } });
  });

  test('what goes wrong is said to the model: a tool that fails, one that there is not, two of one name', async () => {
    const fails = createTestSource({ look: { run: () => Promise.reject(new Error('Out of order.')) } });
    const twice = createTestSource(
      { look: { name: 'workshop_look' }, vote: { name: 'vote' }, odd: { name: 'odd name' } },
      'other',
    );
    const unknown = { tool: 'nothing', arguments: {} };
    const { backend, ended } = await runs.begin([fails, twice], ALONE, once(...calls('look', {}), unknown));
    const { events, state } = await ended();
    runs.expected = ['Error: Out of order.'];
    expect(state.status).toBe('finished');
    expect(resultsIn(backend.calls[1] as AgentCall).sort()).toEqual([
      'There is no tool named nothing here.',
      'workshop_look failed. Go on without it.',
    ]);
    expect(events.find((event) => event.type === 'tools.offered')).toMatchObject({
      missing: [
        { server: 'other', because: 'Its tool workshop_look has the name of another one.' },
        { server: 'other', because: 'Its tool vote has the name of another one.' },
        { server: 'other', because: 'Its tool odd name has a name that not every model can call.' },
      ],
    });
  });
});
