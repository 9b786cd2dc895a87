import { afterAll, expect, test, vi } from 'vitest';
import { getDb } from '@/db/client';
import { useTestDatabase } from '@/db/testing/use-test-database';
import { backendFor } from '@/lib/agents/registry';
import { seedPerson, seedRun } from '@/lib/engine/testing/seed-run';
import { createTestEngine } from '@/lib/engine/testing/test-engine';
import { storedTeam } from '@/lib/engine/testing/test-team';
import { endOf } from '@/lib/engine/testing/tool-runs';
import { createMcpSource } from '@/lib/mcp/tools/create-mcp-source';
import { findPreset } from '@/lib/team-config/presets';
import { validateTeam } from '@/lib/team-config/validate-team';
import { closeMcp, getMcp } from './mcp';

// biome-ignore lint/correctness/useHookAtTopLevel: no React hook.
useTestDatabase();
afterAll(closeMcp);

async function play(input: string) {
  const definition = findPreset('demo')!.definition;
  const agents = definition.agents.map((agent) => ({
    ...agent,
    backend: { ...agent.backend, params: { tokensPerSecond: 2000 } },
  }));
  const report = (error: unknown) => expect.fail(String(error));
  const source = createMcpSource({ ...getMcp(), report });
  const engine = createTestEngine(await getDb(), [backendFor('demo')], { tools: [source] });
  await engine.start();
  const { team } = validateTeam({ ...definition, agents });
  const { runId } = await seedRun(await seedPerson(), storedTeam(team), { input });
  engine.submitted();
  const { events, state } = await endOf(engine, runId);
  expect(engine.reports).toEqual([]);
  await engine.stop();
  const calls = events.flatMap((event) => (event.type === 'tool.called' && event.server ? [{ ...event }] : []));
  return { events, state, calls };
}

test.each([
  ['What is 15 % of 240?', 'calculate', { expression: '15% × 240' }, 'value: 36', '15% × 240 = 36'],
  [
    'How many days are there between 1 March 2027 and 15 April 2027?',
    'days_between',
    { from: '2027-03-01', to: '2027-04-15' },
    'days: 45',
    '45 days',
  ],
])('the demo team checks a result by a call to the example server: %s', async (input, tool, given, result, said) => {
  const { events, state, calls } = await play(input);
  expect(calls).toMatchObject([{ slot: 'B', server: 'example', tool, arguments: given }]);
  expect(events).toContainEqual(
    expect.objectContaining({ type: 'tool.finished', server: 'example', result, isError: false }),
  );
  expect(events.some(({ type }) => type === 'mcp.unavailable' || type === 'approval.requested')).toBe(false);
  expect(state.final?.text).toContain(`The tool ${tool} of the example server agrees`);
  expect(state.final?.text).toContain(said);
});

test('calls nothing where there is nothing to compute, and nothing at all where the operator forbids tools', async () => {
  expect((await play('Who was the first president of France?')).calls).toEqual([]);
  vi.stubEnv('MASSGEN_MCP_TOOLS', 'deny');
  const { events, state } = await play('What is 12*7*2?');
  vi.unstubAllEnvs();
  const said = events.flatMap((event) => (event.type === 'tool.finished' && event.server ? [event.result] : []));
  expect(said).toEqual([expect.stringContaining('On this instance no tools')]);
  expect(state.final?.text).toContain('12 × 7 × 2 = 168');
});
