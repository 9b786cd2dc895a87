import { describe, expect, test } from 'vitest';
import { testDatabaseKinds } from '@/db/testing/use-test-database';
import type { AgentCall } from '@/lib/agents/backend';
import { createScriptedBackend, type ScriptedStep } from '@/lib/engine/testing/scripted-backend';
import { untilEvent } from '@/lib/engine/testing/test-engine';
import { publish, SHARING, SharingEngine, textOf } from './testing/sharing-engine';

const EVIDENCE = { ...SHARING, decision: 'evidence' as const, ballots: 'never' as const };
const MODELS = ['one', 'two', 'three'];
const offers = (call: AgentCall, tool: string) => call.tools.some(({ name }) => name === tool);
const keepOr = (call: AgentCall, step: ScriptedStep): ScriptedStep => {
  if (call.toolChoice === 'none') return { text: ['Presented.'] };
  if (offers(call, 'report_pairs')) return { tools: [{ tool: 'report_pairs', arguments: { pairs: [] } }] };
  return offers(call, 'keep_answer') ? { tools: [{ tool: 'keep_answer', arguments: { reason: 'Right.' } }] } : step;
};

describe.each(testDatabaseKinds())('sharing in a team that decides by evidence on %s', (kind) => {
  const runs = new SharingEngine(kind);

  test('notes and work flow before the first answer, answers do not, whatever tool asks for them', async () => {
    const posted = Promise.withResolvers<void>();
    let asked = 0;
    const backend = createScriptedBackend({
      script: async (call) => {
        if (call.slot !== 'C') {
          return keepOr(call, {
            ownTools: [{ tool: 'Bash', arguments: { command: 'wc' }, result: `counted by ${call.slot}` }],
            tools: publish(`Final answer: ${call.slot === 'A' ? 41 : 42}`),
          });
        }
        if (asked === 0) await posted.promise;
        asked += 1;
        if (asked === 1) return { tools: [{ tool: 'get_peer_answers', arguments: {} }] };
        if (asked === 2) return { tools: [{ tool: 'get_peer_context', arguments: { slot: 'A', part: 'all' } }] };
        return keepOr(call, { tools: publish('Final answer: 43') });
      },
    });
    const { engine, runId } = await runs.begin([backend], { coordination: EVIDENCE, models: MODELS });
    void untilEvent(engine, runId, (event) => event.type === 'answer.posted' && event.slot === 'B').then(() =>
      posted.resolve(),
    );
    const { state } = await runs.finish(engine, runId);
    expect(state.status).toBe('finished');
    const first = backend.calls.filter(
      (call) => call.slot === 'C' && !offers(call, 'keep_answer') && call.toolChoice !== 'none',
    );
    expect(first.length).toBeGreaterThanOrEqual(3);
    for (const call of first) expect(textOf(call)).not.toMatch(/Final answer: 4[12]/);
    expect(textOf(first.at(-1) as AgentCall)).toContain('counted by A');
    expect(textOf(first.at(-1) as AgentCall)).toContain('after your own first one');
  });

  test('who had read a note that says the same is no independent supporter', async () => {
    const noted = Promise.withResolvers<void>();
    let isNoted = false;
    const backend = createScriptedBackend({
      script: async (call) => {
        if (call.slot === 'A' && !isNoted) {
          isNoted = true;
          return { tools: [{ tool: 'post_note', arguments: { text: 'Final answer: 42' } }] };
        }
        if (call.slot !== 'A' && !offers(call, 'keep_answer')) {
          await noted.promise;
          if (call.toolChoice !== 'none' && !textOf(call).includes('<note id')) {
            return { ownTools: [{ tool: 'Bash', arguments: {}, result: 'x' }], text: ['I look at the board.'] };
          }
        }
        return keepOr(call, { tools: publish('Final answer: 42') });
      },
    });
    const { engine, runId } = await runs.begin([backend], { coordination: EVIDENCE, agents: 2, models: MODELS });
    void untilEvent(engine, runId, ({ type }) => type === 'note.posted').then(() => noted.resolve());
    const { state } = await runs.finish(engine, runId);
    expect(state.status).toBe('finished');
    expect(state.decision?.classes).toEqual([{ answerIds: ['A.1', 'B.1'], how: 'rule' }]);
    expect(state.decision?.echoes).toEqual(['B.1']);
  });
});
