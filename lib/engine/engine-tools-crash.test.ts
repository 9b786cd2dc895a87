import { sql } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { testDatabaseKinds } from '@/db/testing/use-test-database';
import type { AgentCall } from '@/lib/agents/backend';
import { fold } from '@/lib/protocol/fold';
import { OUTCOME_UNKNOWN } from '@/lib/protocol/interrupt-tools';
import type { ScriptedStep } from './testing/scripted-backend';
import { teamScript } from './testing/team-script';
import { untilEvent } from './testing/test-engine';
import { createTestSource } from './testing/test-tools';
import { calls, endOf, resultsIn, ToolRuns } from './testing/tool-runs';

const once =
  (...tools: { tool: string; arguments: unknown }[]) =>
  (call: AgentCall): ScriptedStep =>
    resultsIn(call).length > 0 ? { text: ['The answer.'] } : { text: ['I cut. '], tools };

describe.each(testDatabaseKinds())('P22, tools and crashes on %s', (kind) => {
  const runs = new ToolRuns(kind);

  test.each([1, 2])(
    'an approval of a team of %i keeps its id; after the decision the tool runs exactly once',
    async (agents) => {
      const source = createTestSource({ cut: { effects: 'changes', decision: 'ask' }, look: {} });
      const answer = teamScript(1);
      const script = (call: AgentCall): ScriptedStep => {
        if (agents === 1) return once(...calls('cut', { what: 'paper' }), ...calls('look', {}))(call);
        if (call.toolChoice === 'auto') return { text: ['Final.'] };
        const isFirst = call.slot === 'A' && resultsIn(call).length === 0;
        return isFirst ? { tools: calls('cut', { what: 'paper' }) } : answer(call);
      };
      const team = { agents, coordination: { sideEffects: 'allow' as const } };
      const { engine, runId } = await runs.begin([source], team, script);
      const asked = await untilEvent(engine, runId, ({ type }) => type === 'approval.requested');
      const approvalId = asked.type === 'approval.requested' ? asked.approvalId : '';
      if (agents === 1) await untilEvent(engine, runId, ({ type }) => type === 'tool.finished');
      const again = await runs.crash([source], script);
      const resumed = await untilEvent(again.engine, runId, ({ type }) => type === 'run.resumed');
      expect(resumed).toMatchObject({
        abandonedCalls: expect.not.arrayContaining(['callId' in asked ? asked.callId : '']),
      });
      const allow = { type: 'decideApproval', approvalId, decision: 'allow', scope: 'once' } as const;
      expect(await again.engine.control(runId, allow)).toEqual({ ok: true });
      const { events, state } = await endOf(again.engine, runId);
      expect(state.status).toBe('finished');
      expect(source.runs.filter(({ tool }) => tool === 'cut')).toMatchObject([{ arguments: { what: 'paper' } }]);
      // Finished tools are not repeated either, and the call uses what was offered to it.
      expect(source.runs.filter(({ tool }) => tool === 'look')).toHaveLength(agents === 1 ? 1 : 0);
      const ofCall = events.filter((event) => 'callId' in event && 'callId' in asked && event.callId === asked.callId);
      expect(ofCall.filter(({ type }) => type === 'tools.offered')).toHaveLength(1);
      expect(ofCall.filter(({ type }) => type === 'approval.requested')).toHaveLength(1);
      const request = again.backend.calls.find(({ slot }) => slot === 'A');
      expect(resultsIn(request as AgentCall)[0]).toBe('Done with {"what":"paper"}.');
      expect(fold(runId, events)).toEqual(state);
    },
  );

  test('the same for an agent that runs its other tools itself: it is told the result when it goes on', async () => {
    const source = createTestSource({ cut: { effects: 'changes', decision: 'ask' } });
    const [use] = calls('cut', { what: 'paper' });
    const script = (call: AgentCall): ScriptedStep =>
      resultsIn(call).length > 0 ? { text: ['The answer.'] } : { board: use ? [use] : [], text: ['Too early.'] };
    const { engine, runId } = await runs.begin([source], { agents: 1 }, script);
    const asked = await untilEvent(engine, runId, ({ type }) => type === 'approval.requested');
    const approvalId = asked.type === 'approval.requested' ? asked.approvalId : '';
    const again = await runs.crash([source], script);
    await untilEvent(again.engine, runId, ({ type }) => type === 'run.resumed');
    const allow = { type: 'decideApproval', approvalId, decision: 'allow', scope: 'once' } as const;
    expect(await again.engine.control(runId, allow)).toEqual({ ok: true });
    const { state } = await endOf(again.engine, runId);
    expect(state.final?.text).toBe('The answer.');
    expect(source.runs).toHaveLength(1);
    expect(resultsIn(again.backend.calls[0] as AgentCall)).toEqual(['Done with {"what":"paper"}.']);
  });

  test('what was decided while nobody drove the run counts', async () => {
    const source = createTestSource({ cut: { effects: 'changes', decision: 'ask' } });
    const script = once(...calls('cut', {}));
    const { engine, runId } = await runs.begin([source], { agents: 1 }, script);
    const asked = await untilEvent(engine, runId, ({ type }) => type === 'approval.requested');
    const approvalId = asked.type === 'approval.requested' ? asked.approvalId : '';
    await engine.abandon();
    const deciding = engine.control(runId, { type: 'decideApproval', approvalId, decision: 'allow', scope: 'once' });
    await expect.poll(() => runs.db.$count(sql`run_control`)).toBe(1);
    const again = await runs.crash([source], script);
    expect(await deciding).toEqual({ ok: true });
    const { state } = await endOf(again.engine, runId);
    expect(state.final?.text).toBe('The answer.');
    expect(source.runs).toHaveLength(1);
  });

  test('a tool that had begun to change things is never run again: its outcome is unknown', async () => {
    const source = createTestSource({ cut: { effects: 'changes', ms: 60_000 }, look: { ms: 60_000 } });
    const script = once(...calls('cut', { what: 'paper' }), ...calls('look', {}));
    const { runId } = await runs.begin([source], { agents: 1 }, script);
    await expect.poll(() => source.runs.length).toBe(2);
    const quick = createTestSource({ cut: { effects: 'changes' }, look: {} });
    const again = await runs.crash([quick], script);
    const { events, state } = await endOf(again.engine, runId);
    expect(quick.runs.map(({ tool }) => tool)).toEqual(['look']);
    const finished = events.filter((event) => event.type === 'tool.finished');
    expect(finished).toContainEqual(expect.objectContaining({ tool: 'cut', isError: true, result: OUTCOME_UNKNOWN }));
    expect(resultsIn(again.backend.calls[0] as AgentCall)[0]).toBe(OUTCOME_UNKNOWN);
    expect(state.final?.text).toBe('The answer.');
  });

  test('a call that ends while such a tool runs leaves its outcome unknown', async () => {
    const source = createTestSource({ cut: { effects: 'unknown', ms: 60_000 } });
    const { engine, runId } = await runs.begin([source], { agents: 1 }, once(...calls('cut', {})));
    await expect.poll(() => source.runs.length).toBe(1);
    await engine.control(runId, { type: 'stop' });
    const { state } = await endOf(engine, runId);
    const tool = state.slots[0]?.items.find((item) => item.kind === 'tool');
    expect(tool).toMatchObject({ result: { text: OUTCOME_UNKNOWN, isError: true } });
  });

  test('a tool that only reads is run again, and a source that is gone is said', async () => {
    const source = createTestSource({ look: { ms: 60_000 }, cut: { effects: 'changes', decision: 'ask' } });
    const script = once(...calls('look', {}), ...calls('cut', {}));
    const { engine, runId } = await runs.begin([source], { agents: 1 }, script);
    await untilEvent(engine, runId, ({ type }) => type === 'approval.requested');
    const again = await runs.crash([createTestSource({ other: {} }, 'elsewhere')], script);
    await endOf(again.engine, runId);
    expect(resultsIn(again.backend.calls[0] as AgentCall)).toEqual([
      'This tool is not available any more.',
      'This tool is not available any more.',
    ]);
  });
});
