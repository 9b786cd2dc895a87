import { describe, expect, test } from 'vitest';
import { testDatabaseKinds } from '@/db/testing/use-test-database';
import type { RunControl } from './run/run-control';
import { untilEvent } from './testing/test-engine';
import { createTestSource } from './testing/test-tools';
import { calls, resultsIn, ToolRuns } from './testing/tool-runs';

describe.each(testDatabaseKinds())('what a running tool may do, on %s', (kind) => {
  const runs = new ToolRuns(kind);

  test('it tells people how far it is, asks them, asks the model where they agree, and stores content', async () => {
    const said: unknown[] = [];
    const asks = { server: 'workshop', tool: 'talk' };
    const elicitation = { mode: 'form' as const, message: 'Which one?', requestedSchema: { type: 'object' } };
    const sampling = { systemPrompt: 'You sort.', messages: [{ role: 'user' as const, text: 'Sort this.' }] };
    const { signal } = new AbortController();
    const source = createTestSource({
      talk: {
        async run(_invocation, host) {
          host.report('half of it');
          said.push(await host.ask({ ...asks, elicitation }, signal));
          said.push(await host.ask({ ...asks, elicitation }, signal));
          said.push(await host.ask({ ...asks, elicitation }, AbortSignal.timeout(50)));
          said.push(await host.sample({ ...asks, sampling }, signal));
          said.push(await host.sample({ ...asks, sampling }, signal));
          said.push(await host.blob(Buffer.from('content')));
          return { text: 'Talked.', isError: false };
        },
      },
    });
    const { engine, runId, backend, ended } = await runs.begin([source], { agents: 1 }, (call) => {
      if (call.toolChoice === 'none') return { text: ['Sorted.'] };
      return resultsIn(call).length > 0 ? { text: ['The answer.'] } : { tools: calls('talk', {}) };
    });
    const decided = new Set<string>();
    async function decide(kind: string, decision: object): Promise<void> {
      const asked = await untilEvent(
        engine,
        runId,
        (event) => event.type === 'approval.requested' && !decided.has(event.approvalId) && event.kind === kind,
      );
      if (asked.type !== 'approval.requested') return;
      decided.add(asked.approvalId);
      expect(asked).toMatchObject({ server: 'workshop', tool: 'talk', kind });
      const control = {
        type: 'decideApproval',
        approvalId: asked.approvalId,
        scope: 'once',
        ...decision,
      } as RunControl;
      expect(await engine.control(runId, control)).toEqual({ ok: true });
    }
    await decide('elicitation', { decision: 'allow', content: { one: 'B' } });
    await decide('elicitation', { decision: 'deny', cancelled: true });
    await decide('sampling', { decision: 'deny' });
    const changed = { messages: [{ role: 'user', text: 'Sort that.' }] };
    await decide('sampling', { decision: 'allow', content: changed });
    const { events, state } = await ended();
    expect(said).toEqual([
      { action: 'accept', content: { one: 'B' } },
      { action: 'cancel' },
      // The server did not want to know any more.
      { action: 'decline' },
      { refused: 'The person does not allow this.' },
      { model: expect.any(String), text: 'Sorted.' },
      { hash: expect.stringMatching(/^[0-9a-f]{64}$/), bytes: 7 },
    ]);
    const sampled = backend.calls.filter(({ toolChoice }) => toolChoice === 'none');
    expect(sampled).toHaveLength(1);
    expect(sampled[0]?.messages).toMatchObject([{ role: 'system' }, { role: 'user', parts: [{ text: 'Sort that.' }] }]);
    expect(events).toContainEqual(expect.objectContaining({ type: 'tool.progress', text: 'half of it' }));
    expect(events.filter(({ type }) => type === 'usage')).toHaveLength(3);
    // The reply is not the call's arguments.
    expect(state.slots[0]?.items).toContainEqual(expect.objectContaining({ kind: 'tool', arguments: {} }));
    expect(state.approvals.map(({ kind, decision }) => [kind, decision])).toEqual([
      ['elicitation', 'allow'],
      ['elicitation', 'deny'],
      ['elicitation', 'deny'],
      ['sampling', 'deny'],
      ['sampling', 'allow'],
    ]);
  });
});
