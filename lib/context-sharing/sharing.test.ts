import { sql } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { testDatabaseKinds } from '@/db/testing/use-test-database';
import type { AgentCall, ToolAnswer } from '@/lib/agents/backend';
import { createScriptedBackend, type ScriptedStep } from '@/lib/engine/testing/scripted-backend';
import { ballotOf } from '@/lib/engine/testing/team-script';
import { type TestEngine, untilEvent } from '@/lib/engine/testing/test-engine';
import type { UserPart } from '@/lib/protocol/prompt-message';
import { isDelivery, publish, SHARING, SharingEngine, textOf, voteOr } from './testing/sharing-engine';

describe.each(testDatabaseKinds())('context sharing on %s', (kind) => {
  const runs = new SharingEngine(kind);

  test('the evidence behind an answer is in the next request of every other, with a receipt that names the call', async () => {
    const backend = createScriptedBackend({
      script: (call) =>
        voteOr(call, {
          ownTools: [{ tool: 'Bash', arguments: { command: 'npm test' }, result: `evidence of ${call.slot}` }],
          tools: publish(`Answer of ${call.slot}`),
        }),
    });
    const { engine, runId } = await runs.begin([backend], { coordination: SHARING });
    const { events, state } = await runs.finish(engine, runId);
    expect(state.status).toBe('finished');
    const captured = events.filter((event) => event.type === 'context.captured');
    expect(new Set(captured.map((event) => event.slot))).toEqual(new Set(['A', 'B', 'C']));
    const receipts = events.filter(isDelivery).flatMap((event) =>
      (event.contexts ?? []).map((context) => ({
        ...context,
        reader: event.slot,
        callId: event.callId,
        seq: event.seq,
      })),
    );
    expect(receipts.map(({ reader, from }) => `${from}→${reader}`).sort()).toEqual(
      ['A→B', 'A→C', 'B→A', 'B→C', 'C→A', 'C→B'].sort(),
    );
    for (const { reader, from, callId } of receipts) {
      const requests = backend.calls.filter((call) => call.slot === reader && call.callId === callId);
      const said = requests.filter((call) => textOf(call).includes(`evidence of ${from}`));
      const ended = events.find((event) => event.type === 'agent.finished' && event.callId === callId);
      if (ended?.type === 'agent.finished' && ended.outcome === 'outdated') continue;
      expect(said.length, `${from} to ${reader} in ${callId}`).toBeGreaterThan(0);
    }
    expect(state.contextTotals).toMatchObject({ deliveries: receipts.length, failures: 0 });
  });

  test('a team that does not share captures nothing, offers no board and has no receipts of contexts', async () => {
    const backend = createScriptedBackend({ script: (call) => voteOr(call, { tools: publish(`Of ${call.slot}`) }) });
    const { engine, runId } = await runs.begin([backend], {});
    const { events } = await runs.finish(engine, runId);
    expect(events.filter(({ type }) => type === 'context.captured')).toEqual([]);
    expect(backend.calls.flatMap((call) => call.tools.map(({ name }) => name))).not.toContain('post_note');
    expect(events.filter(isDelivery).flatMap(({ contexts }) => contexts ?? [])).toEqual([]);
  });

  test.each([true, false])('notes go to the others through the board (tool calls: %s)', async (canCallTools) => {
    const noted = new Set<string>();
    const backend = createScriptedBackend({
      tools: canCallTools,
      script: (call) => {
        const act = (tool: string, args: object): ScriptedStep =>
          canCallTools
            ? { tools: [{ tool, arguments: args }] }
            : { text: ['Now.\n```json\n', JSON.stringify({ tool, arguments: args }), '\n```'] };
        if (textOf(call).includes('Write the final answer')) return { text: ['Presented.'] };
        if (!noted.has(call.slot)) {
          noted.add(call.slot);
          return act('post_note', { text: `note of ${call.slot}` });
        }
        const [choice] = [...textOf(call).matchAll(/<answer id=\\"([A-C]\.\d)/g)].map((match) => match[1]).sort();
        if (textOf(call).includes(`Published as ${call.slot}.1`) && choice)
          return act('vote', { answer_id: choice, reason: 'Best.' });
        return act('new_answer', { content: `Answer of ${call.slot}` });
      },
    });
    const { engine, runId } = await runs.begin([backend], { coordination: SHARING, canCallTools });
    const { events, state } = await runs.finish(engine, runId);
    expect(state.status).toBe('finished');
    expect(state.notes.map(({ slot, noteId }) => `${slot} ${noteId}`).sort()).toEqual(['A A-n1', 'B B-n1', 'C C-n1']);
    for (const slot of ['A', 'B', 'C']) {
      const last = backend.calls.filter((call) => call.slot === slot).at(-1);
      for (const other of ['A', 'B', 'C'].filter((letter) => letter !== slot))
        expect(last && textOf(last)).toContain(`note of ${other}`);
      const got = events.filter(isDelivery).filter((event) => event.slot === slot);
      expect(got.flatMap(({ noteIds }) => noteIds ?? []).length).toBe(2);
    }
  });

  test('an agent that works by itself gets news between its steps and uses the board without ending its step', async () => {
    const news: UserPart[] = [];
    const answers: ToolAnswer[] = [];
    const published = Promise.withResolvers<void>();
    const backend = createScriptedBackend({
      script: async (call) => {
        if (call.toolChoice !== 'none' && call.slot === 'A' && !ballotOf(call).includes('A.1')) {
          await published.promise;
          return {
            ownTools: [{ tool: 'Read', arguments: { file_path: 'a.txt' }, result: 'content' }],
            takesNews: (parts) => news.push(...parts),
            board: [
              { tool: 'get_peer_context', arguments: { slot: 'B', part: 'tools' }, answered: (a) => answers.push(a) },
              { tool: 'post_note', arguments: { text: 'A was here', to: ['B'] }, answered: (a) => answers.push(a) },
              { tool: 'get_peer_context', arguments: { slot: 'Z', part: 'all' }, answered: (a) => answers.push(a) },
            ],
            tools: publish('Answer of A'),
          };
        }
        return voteOr(call, {
          ownTools: [{ tool: 'Bash', arguments: { command: 'ls' }, result: `evidence of ${call.slot}` }],
          tools: publish(`Answer of ${call.slot}`),
        });
      },
    });
    const { engine, runId } = await runs.begin([backend], { agents: 2, coordination: SHARING });
    void untilEvent(engine, runId, (event) => event.type === 'context.captured' && event.slot === 'B').then(() =>
      published.resolve(),
    );
    const { events, state } = await runs.finish(engine, runId);
    expect(state.status).toBe('finished');
    const told = JSON.stringify(news);
    expect(told).toContain('<answer id=\\"B.1\\"');
    expect(told).toContain('evidence of B');
    expect(answers.map(({ isError }) => isError)).toEqual([false, false, true]);
    expect(answers[0]?.text).toContain('evidence of B');
    expect(state.notes).toMatchObject([{ slot: 'A', text: 'A was here', to: ['B'] }]);
    // What A was told in its step reads the same in its later requests.
    const later = backend.calls.filter((call) => call.slot === 'A').at(-1);
    for (const part of news)
      if (part.type === 'text')
        expect(later && textOf(later)).toContain(JSON.stringify(part.text.slice(0, 200)).slice(1, -1));
    expect(events.filter((event) => event.type === 'agent.started' && event.slot === 'A').length).toBeGreaterThan(0);
  });

  test('the next turn of a slot begins with its own context, whatever its backend is now', async () => {
    const work = (call: AgentCall) =>
      voteOr(call, {
        ownTools: [{ tool: 'Bash', arguments: { command: 'measure' }, result: `measured by ${call.slot}` }],
        tools: publish(`Answer of ${call.slot}`),
      });
    const one = createScriptedBackend({ script: work });
    const other = createScriptedBackend({ type: 'other', script: work });
    const first = await runs.begin([one, other], { coordination: SHARING });
    await runs.finish(first.engine, first.runId);
    const second = await runs.begin(
      [one, other],
      { coordination: SHARING, backends: ['scripted', 'other', 'scripted'] },
      {
        conversationId: first.conversationId,
      },
    );
    const { events } = await runs.finish(second.engine, second.runId);
    for (const slot of ['A', 'B', 'C']) {
      const request = [...one.calls, ...other.calls].find((call) => call.runId === second.runId && call.slot === slot);
      expect(request && textOf(request), slot).toContain(`measured by ${slot}`);
      const own = events.filter(isDelivery).find((event) => event.slot === slot && event.contexts?.[0]?.kind === 'own');
      expect(own?.contexts?.[0]?.form).toBe(slot === 'B' ? 'structured' : 'full');
    }
  });

  test('C6: a damaged snapshot is named in the log, and the run goes on without it', async () => {
    const backend = createScriptedBackend({
      script: (call) =>
        voteOr(call, {
          ownTools: [{ tool: 'Bash', arguments: {}, result: `measured by ${call.slot}` }],
          tools: publish(`Answer of ${call.slot}`),
        }),
    });
    const first = await runs.begin([backend], { agents: 2, coordination: SHARING });
    await runs.finish(first.engine, first.runId);
    await runs.stop();
    const { rows } = await runs.db.execute<{ id: string; hash: string }>(
      sql`select id, hash from context_snapshot where run_id = ${first.runId} and slot = 'A' order by seq desc limit 1`,
    );
    const damaged = rows[0];
    await runs.db.execute(
      sql`update blob_piece set bytes = set_byte(bytes, 5, get_byte(bytes, 5) # 1) where hash = ${damaged?.hash ?? ''}`,
    );
    const second = await runs.begin(
      [backend],
      { agents: 2, coordination: SHARING },
      { conversationId: first.conversationId },
    );
    const { events, state } = await runs.finish(second.engine, second.runId);
    expect(state.status).toBe('finished');
    expect(events.filter((event) => event.type === 'context.failed')).toMatchObject([
      { slot: 'A', snapshotId: damaged?.id, error: { code: 'context_damaged' } },
    ]);
    const asked = backend.calls.find((call) => call.runId === second.runId && call.slot === 'A');
    expect(asked && textOf(asked)).not.toContain('measured by A');
    const other = backend.calls.find((call) => call.runId === second.runId && call.slot === 'B');
    expect(other && textOf(other)).toContain('measured by B');
  });

  test('P22: after a crash the requests say of shared contexts what they said before', async () => {
    const script = (call: AgentCall) =>
      voteOr(call, {
        ownTools: [{ tool: 'Bash', arguments: {}, result: `evidence of ${call.slot}` }],
        tools: publish(`Answer of ${call.slot}`),
      });
    const before = createScriptedBackend({ script, tokenMs: 1 });
    const { runId } = await runs.begin([before], { coordination: SHARING });
    await untilEvent(runs.engine as TestEngine, runId, (event) => event.type === 'vote.cast');
    await runs.engine?.abandon();
    const engine = runs.start([createScriptedBackend({ script })]);
    await engine.start();
    const { state } = await runs.finish(engine, runId);
    expect(['finished']).toContain(state.status);
    const presented = state.slots.find(({ slot }) => slot === state.winner?.answerId[0]);
    const given = presented?.items.flatMap((item) => (item.kind === 'delivered' ? (item.contexts ?? []) : [])) ?? [];
    expect(
      given
        .filter(({ kind: what }) => what === 'peer')
        .map(({ from }) => from)
        .sort(),
    ).toHaveLength(2);
    expect(state.contextTotals?.failures).toBe(0);
  });
});
