import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { testDatabaseKinds } from '@/db/testing/use-test-database';
import type { AgentCall } from '@/lib/agents/backend';
import { createScriptedBackend } from '@/lib/engine/testing/scripted-backend';
import { ballotOf } from '@/lib/engine/testing/team-script';
import { openWorkFolder } from '@/lib/work-folders/work-folders';
import { isDelivery, publish, SHARING, SharingEngine, textOf, voteOr } from './testing/sharing-engine';

describe.each(testDatabaseKinds())('sharing files on %s', (kind) => {
  const runs = new SharingEngine(kind);

  test('the presenter gets the files of all slots beside one another; a person continues from one of them', async () => {
    let conversationId = '';
    const write = (content: Record<string, string>) => async (call: AgentCall) => {
      const { files } = await openWorkFolder({ conversationId, runId: call.runId, slot: call.slot }, []);
      for (const [path, text] of Object.entries(content)) writeFileSync(join(files, path), text);
    };
    const work = {
      A: write({ 'same.txt': 'one\ntwo\nthree\n', 'both.txt': 'A wrote this\n' }),
      B: write({ 'both.txt': 'B wrote that\n' }),
    };
    const backend = createScriptedBackend({
      script: async (call) => {
        if (call.toolChoice !== 'none' && ballotOf(call).every((id) => !id.startsWith(call.slot)))
          await work[call.slot as 'A' | 'B'](call);
        return voteOr(call, {
          ownTools: [{ tool: 'Write', arguments: {}, result: 'ok' }],
          tools: publish(`Of ${call.slot}`),
        });
      },
    });
    const empty = await runs.begin([createScriptedBackend({ script: () => ({ text: ['Hi.'] }) })], { agents: 1 });
    await runs.finish(empty.engine, empty.runId);
    await runs.stop();
    conversationId = empty.conversationId;
    const { engine: current, runId } = await runs.begin(
      [backend],
      { agents: 2, coordination: SHARING },
      { conversationId },
    );
    const { events, state } = await runs.finish(current, runId);
    expect(state.status).toBe('finished');
    const presented = backend.calls.find((call) => call.toolChoice === 'none');
    expect(presented && textOf(presented)).toContain('<comparison>');
    expect(presented && textOf(presented)).toContain('both.txt');
    expect(presented && textOf(presented)).toContain('B wrote that');
    const kinds = events.filter(isDelivery).flatMap(({ contexts }) => (contexts ?? []).map(({ kind: what }) => what));
    expect(kinds.filter((what) => what === 'comparison')).toHaveLength(1);
    // The file of A was in B's request as a diff, and the other way round.
    const ofB = backend.calls
      .filter((call) => call.slot === 'B')
      .map(textOf)
      .join('\n');
    expect(ofB).toContain('A wrote this');
  });

  test('a folder that cannot be captured is told once, and the run goes on', async () => {
    let conversationId = '';
    const backend = createScriptedBackend({
      script: async (call) => {
        if (call.toolChoice !== 'none' && ballotOf(call).every((id) => !id.startsWith(call.slot))) {
          const { files } = await openWorkFolder({ conversationId, runId: call.runId, slot: call.slot }, []);
          if (call.slot === 'A') rmSync(files, { recursive: true });
        }
        return voteOr(call, {
          ownTools: [{ tool: 'Bash', arguments: {}, result: 'ok' }],
          tools: publish(`Of ${call.slot}`),
        });
      },
    });
    const empty = await runs.begin([createScriptedBackend({ script: () => ({ text: ['Hi.'] }) })], { agents: 1 });
    await runs.finish(empty.engine, empty.runId);
    await runs.stop();
    conversationId = empty.conversationId;
    const { engine: current, runId } = await runs.begin(
      [backend],
      { agents: 2, coordination: SHARING },
      { conversationId },
    );
    const { events, state } = await runs.finish(current, runId);
    expect(state.status).toBe('finished');
    expect(events.filter((event) => event.type === 'context.failed')).toMatchObject([{ slot: 'A' }]);
    expect(events.some((event) => event.type === 'context.captured' && event.slot === 'B')).toBe(true);
    current.reports.splice(0);
  });
});
