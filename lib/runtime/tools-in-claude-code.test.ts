import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { getDb } from '@/db/client';
import { useTestDatabase } from '@/db/testing/use-test-database';
import { claudeCodeExecutable } from '@/lib/agents/claude-code/executable';
import { processPool } from '@/lib/agents/claude-code/process-pool';
import { endAgents } from '@/lib/agents/claude-code/testing/end-agents';
import { type ScriptedModel, startScriptedModel } from '@/lib/agents/claude-code/testing/scripted-model';
import { backendFor } from '@/lib/agents/registry';
import { sharingTeam } from '@/lib/context-sharing/testing/sharing-team';
import { seedPerson, seedRun } from '@/lib/engine/testing/seed-run';
import { createTestEngine, untilEvent } from '@/lib/engine/testing/test-engine';
import { storedTeam } from '@/lib/engine/testing/test-team';
import { createTestSource } from '@/lib/engine/testing/test-tools';
import { endOf } from '@/lib/engine/testing/tool-runs';
import { workFolderSource } from './work-folder-source';

if (!claudeCodeExecutable()) process.stdout.write('Claude Code is not installed: its tests are skipped.\n');
// biome-ignore lint/correctness/useHookAtTopLevel: no React hook.
useTestDatabase();
vi.setConfig({ testTimeout: 120_000 });

const P = 'mcp__massgen__';

describe.skipIf(!claudeCodeExecutable())('tools of a source in Claude Code’s own loop', () => {
  let model: ScriptedModel;

  beforeAll(async () => {
    model = await startScriptedModel();
    vi.stubEnv('MASSGEN_TRUSTED_ORIGINS', model.origin);
    vi.stubEnv('MASSGEN_CLAUDE_CODE_PROCESSES', '1');
  });
  afterAll(async () => {
    await endAgents();
    vi.unstubAllEnvs();
    await model.close();
  }, 30_000);

  test('run with leave, side by side, without ending its step, and it goes on with the results', async () => {
    const source = createTestSource({
      measure: { text: 'It measures 42 mm.', ms: 50 },
      cut: { effects: 'changes', decision: 'ask', text: 'It is cut.' },
    });
    model.says(
      [
        { text: 'I look. ' },
        { tool: `${P}workshop_measure`, input: { what: 'paper' } },
        { tool: `${P}workshop_cut`, input: { what: 'paper' } },
      ],
      [{ text: 'It is cut at 42 mm.' }],
    );
    const engine = createTestEngine(await getDb(), [backendFor('claude_code')], {
      tools: [source],
      workFolders: workFolderSource,
      resolveCredentials: async () => ({ apiKey: 'sk-the-real-key', baseUrl: model.origin }),
    });
    await engine.start();
    const team = sharingTeam([{ type: 'claude_code', model: 'code-x' }], null);
    const { runId } = await seedRun(await seedPerson(), storedTeam(team), { input: 'Cut the paper.' });
    engine.submitted();
    const asked = await untilEvent(engine, runId, ({ type }) => type === 'approval.requested');
    expect(asked).toMatchObject({ server: 'workshop', tool: 'cut', arguments: { what: 'paper' } });
    const approvalId = asked.type === 'approval.requested' ? asked.approvalId : '';
    await untilEvent(engine, runId, (event) => event.type === 'tool.finished' && event.tool === 'measure');
    expect(source.runs.map(({ tool }) => tool)).toEqual(['measure']);
    // Who waits for a person leaves its place to others.
    expect(processPool().active.isFull).toBe(false);
    const allow = { type: 'decideApproval', approvalId, decision: 'allow', scope: 'once' } as const;
    expect(await engine.control(runId, allow)).toEqual({ ok: true });
    const { events, state } = await endOf(engine, runId);
    expect(engine.reports).toEqual([]);
    await engine.stop();
    expect(state).toMatchObject({ status: 'finished', final: { text: 'It is cut at 42 mm.', presented: true } });
    expect(source.runs.map(({ tool, phase }) => [tool, phase])).toEqual([
      ['measure', 'presentation'],
      ['cut', 'presentation'],
    ]);
    expect(model.requests).toHaveLength(2);
    const told = JSON.stringify(model.requests[1]?.body.messages);
    expect(told).toContain('It measures 42 mm.');
    expect(told).toContain('It is cut.');
    expect(model.requests[0]?.body.tools.map(({ name }) => name)).toEqual(
      expect.arrayContaining([`${P}workshop_measure`, `${P}workshop_cut`, `${P}read_result`]),
    );
    expect(events.filter(({ type }) => type === 'tool.started')).toHaveLength(1);
  });
});
