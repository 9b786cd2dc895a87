import { describe, expect, test } from 'vitest';
import { testDatabaseKinds } from '@/db/testing/use-test-database';
import type { AgentCall } from '@/lib/agents/backend';
import type { ApprovalRequested } from '@/lib/protocol/tool-event';
import type { RunControl } from './run/run-control';
import type { ScriptedStep } from './testing/scripted-backend';
import { teamScript } from './testing/team-script';
import { untilEvent } from './testing/test-engine';
import { createTestSource, type TestSource } from './testing/test-tools';
import { calls, resultsIn, type ToolRun, ToolRuns } from './testing/tool-runs';

const ALONE = { agents: 1 };
const DENIED = 'The person does not allow this. Go on without it.';

describe.each(testDatabaseKinds())('leave for tools on %s', (kind) => {
  const runs = new ToolRuns(kind);

  const askedIn = ({ engine, runId }: ToolRun) =>
    untilEvent(engine, runId, ({ type }) => type === 'approval.requested') as Promise<
      ApprovalRequested & { seq: number }
    >;
  const decide = ({ engine, runId }: ToolRun, more: Partial<Extract<RunControl, { type: 'decideApproval' }>>) =>
    engine.control(runId, { type: 'decideApproval', approvalId: '', decision: 'allow', scope: 'once', ...more });
  const uses =
    (count: number) =>
    (call: AgentCall): ScriptedStep =>
      resultsIn(call).length < count
        ? { tools: calls('cut', { what: `${resultsIn(call).length}` }) }
        : { text: ['The answer.'] };
  const cutter = (more: Partial<Parameters<typeof createTestSource>[0][string]> = {}): TestSource =>
    createTestSource({ cut: { effects: 'changes', decision: 'ask', ...more } });

  test('a tool that asks waits for a person, and runs with what the person changed its arguments to', async () => {
    const source = cutter();
    const run = await runs.begin([source], ALONE, uses(1));
    const asked = await askedIn(run);
    expect(asked).toMatchObject({ server: 'workshop', tool: 'cut', arguments: { what: '0' }, because: 'It is sharp.' });
    expect(source.runs).toEqual([]);
    const { approvalId } = asked;
    expect(await decide(run, { approvalId, arguments: { what: 'paper' } })).toEqual({ ok: true });
    const { events, state } = await run.ended();
    expect(source.runs.map(({ arguments: given }) => given)).toEqual([{ what: 'paper' }]);
    expect(state.approvals).toMatchObject([{ approvalId, decision: 'allow' }]);
    const types = events.flatMap(({ type }) => (/^(?:tool|approval)\./.test(type) ? [type] : []));
    expect(types).toEqual(['tool.called', 'approval.requested', 'approval.decided', 'tool.started', 'tool.finished']);
  });

  test('denied, it does not run, and the model is told so', async () => {
    const source = cutter();
    const run = await runs.begin([source], ALONE, uses(1));
    const { approvalId } = await askedIn(run);
    expect(await decide(run, { approvalId, decision: 'deny' })).toEqual({ ok: true });
    await run.ended();
    expect(source.runs).toEqual([]);
    expect(resultsIn(run.backend.calls[1] as AgentCall)).toEqual([DENIED]);
  });

  test('allowed for the run it is not asked about again; a rule that forbids it is stronger', async () => {
    let isForbidden = false;
    const source = cutter({ decision: () => (isForbidden ? 'deny' : 'ask') });
    const run = await runs.begin([source], ALONE, (call) => {
      isForbidden = resultsIn(call).length > 1;
      return uses(3)(call);
    });
    const { approvalId } = await askedIn(run);
    await decide(run, { approvalId, scope: 'run' });
    const { events } = await run.ended();
    expect(source.runs).toHaveLength(2);
    expect(events.filter(({ type }) => type === 'approval.requested')).toHaveLength(1);
    expect(resultsIn(run.backend.calls.at(-1) as AgentCall)[2]).toBe('The rules of the workshop forbid it.');
  });

  test('where its source wants it, it is asked about again, though it was allowed for the run', async () => {
    const source = cutter();
    const asksAgain: TestSource = {
      ...source,
      runs: source.runs,
      mostAtOnce: 0,
      decide: async (invocation) => ({ ...(await source.decide(invocation)), asksAgain: true }),
    };
    const run = await runs.begin([asksAgain], ALONE, uses(2));
    const first = await askedIn(run);
    await decide(run, { approvalId: first.approvalId, scope: 'run' });
    const second = (await untilEvent(
      run.engine,
      run.runId,
      (event) => event.type === 'approval.requested' && event.seq > first.seq,
    )) as ApprovalRequested;
    await decide(run, { approvalId: second.approvalId, decision: 'deny' });
    await run.ended();
    expect(source.runs).toHaveLength(1);
  });

  test('arguments that a rule forbids do not run, though a person has put them there', async () => {
    const source = cutter({ decision: (given) => (JSON.stringify(given).includes('hand') ? 'deny' : 'ask') });
    const run = await runs.begin([source], ALONE, uses(1));
    const { approvalId } = await askedIn(run);
    await decide(run, { approvalId, arguments: { what: 'hand' } });
    await run.ended();
    expect(source.runs).toEqual([]);
    expect(resultsIn(run.backend.calls[1] as AgentCall)).toEqual(['The rules of the workshop forbid it.']);
  });

  test('while a person thinks, the clocks of call and turn stand still', async () => {
    const source = cutter();
    const limits = { idleSeconds: 1, callSeconds: 1, turnSeconds: 2 };
    const run = await runs.begin([source], { ...ALONE, limits }, uses(1));
    const { approvalId } = await askedIn(run);
    await new Promise((resolve) => setTimeout(resolve, 2_500));
    await decide(run, { approvalId });
    const { state } = await run.ended();
    expect(state).toMatchObject({ status: 'finished', boundsHit: [], final: { text: 'The answer.', presented: true } });
    expect(state.waiting).toMatchObject({ since: null });
    expect(state.waiting?.ms).toBeGreaterThan(2_300);
    expect(source.runs).toHaveLength(1);
  });

  test('several wait at once; what each is told is its own', async () => {
    const source = cutter();
    const run = await runs.begin([source], ALONE, (call) =>
      resultsIn(call).length > 0 ? { text: ['Both.'] } : { tools: calls('cut', { what: 'a' }, { what: 'b' }) },
    );
    const first = await askedIn(run);
    const second = (await untilEvent(
      run.engine,
      run.runId,
      (event) => event.type === 'approval.requested' && event.seq > first.seq,
    )) as ApprovalRequested & { seq: number };
    await decide(run, { approvalId: second.approvalId, decision: 'deny' });
    await decide(run, { approvalId: first.approvalId });
    await run.ended();
    expect(source.runs.map(({ arguments: given }) => given)).toEqual([{ what: 'a' }]);
    expect(resultsIn(run.backend.calls[1] as AgentCall)).toEqual(['Done with {"what":"a"}.', DENIED]);
  });

  test.each([
    { rule: undefined, while_working: 'planned', in_the_end: 'runs' },
    { rule: 'final', while_working: 'planned', in_the_end: 'runs' },
    { rule: 'ask', while_working: 'asked', in_the_end: 'asked' },
    { rule: 'allow', while_working: 'runs', in_the_end: 'runs' },
  ] as const)('side effects: $rule', async ({ rule, while_working, in_the_end }) => {
    const source = cutter({ decision: 'allow', effects: rule === 'ask' ? 'unknown' : 'changes' });
    const answer = teamScript(1);
    const used = new Set<string>();
    const coordination = { presenter: 'A', ...(rule && { sideEffects: rule }) };
    const run = await runs.begin([source], { agents: 2, coordination }, (call) => {
      const place = `${call.slot} ${call.toolChoice}`;
      if (call.slot === 'A' && !used.has(place)) {
        used.add(place);
        return { tools: calls('cut', { what: call.toolChoice }) };
      }
      return call.toolChoice === 'auto' ? { text: ['Final.'] } : answer(call);
    });
    const asks = [while_working, in_the_end].filter((what) => what === 'asked').length;
    let seq = 0;
    for (let asked = 0; asked < asks; asked += 1) {
      const event = await untilEvent(
        run.engine,
        run.runId,
        (one) => one.type === 'approval.requested' && one.seq > seq,
      );
      seq = event.seq;
      await decide(run, { approvalId: event.type === 'approval.requested' ? event.approvalId : '' });
    }
    const { events, state } = await run.ended();
    expect(state.status).toBe('finished');
    expect(events.filter(({ type }) => type === 'approval.requested')).toHaveLength(asks);
    const ran = source.runs.map(({ phase }) => phase);
    expect(ran).toEqual([...(while_working === 'planned' ? [] : ['coordination']), 'presentation']);
    const plan = events.find((event) => event.type === 'tool.finished' && event.isError);
    if (while_working === 'planned') expect(plan).toMatchObject({ result: expect.stringContaining('Plan the call') });
    else expect(plan).toBeUndefined();
  });
});
