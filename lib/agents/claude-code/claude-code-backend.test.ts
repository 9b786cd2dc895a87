import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { getDb } from '@/db/client';
import { useTestDatabase } from '@/db/testing/use-test-database';
import { type Doubles, startDoubles } from '@/e2e/doubles/start-doubles';
import { type Person, seedPerson, seedRun } from '@/lib/engine/testing/seed-run';
import { createTestEngine, eventsOf, streamText, type TestEngine } from '@/lib/engine/testing/test-engine';
import { storedTeam } from '@/lib/engine/testing/test-team';
import { workFolderSource } from '@/lib/runtime/work-folder-source';
import { validateTeam } from '@/lib/team-config/validate-team';
import { findWorkFolder } from '@/lib/work-folders/work-folders';
import { backendFor } from '../registry';
import { claudeCodeExecutable } from './executable';
import { processPool } from './process-pool';

const claudeBackend = backendFor('claude');
const openAiCompatibleBackend = backendFor('openai_compatible');
const claudeCodeBackend = backendFor('claude_code');

if (!claudeCodeExecutable()) process.stdout.write('Claude Code is not installed: its tests are skipped.\n');
// biome-ignore lint/correctness/useHookAtTopLevel: no React hook.
useTestDatabase();
vi.setConfig({ testTimeout: 90_000 });

let doubles: Doubles;
let engine: TestEngine;
let person: Person;

beforeAll(async () => {
  doubles = await startDoubles();
  vi.stubEnv('MASSGEN_TRUSTED_ORIGINS', doubles.origin);
});
afterAll(async () => {
  const pids = [...processPool().agents].flatMap(({ process }) => process.pid ?? []);
  for (const agent of processPool().agents) agent.process.close();
  // They write to the data folder, which is about to go, until they have ended.
  await vi.waitFor(() => expect(pids.filter(isAlive)).toEqual([]), { timeout: 20_000 });
  vi.unstubAllEnvs();
  await doubles.close();
}, 30_000);

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

async function start() {
  const backends = [claudeCodeBackend, openAiCompatibleBackend, claudeBackend];
  const resolveCredentials = async () => ({ apiKey: 'sk-the-real-key', baseUrl: `${doubles.origin}/v1` });
  engine = createTestEngine(await getDb(), backends, { resolveCredentials, workFolders: workFolderSource });
  await engine.start();
  person = await seedPerson();
}

function team(models: string[], params: Record<string, unknown> = {}) {
  const agents = models.map((model) =>
    model.startsWith('code')
      ? { backend: { type: 'claude_code', model, params } }
      : { backend: { type: 'openai_compatible', model } },
  );
  return storedTeam(validateTeam({ agents }).team);
}

async function ask(models: string[], params?: Record<string, unknown>, options: Parameters<typeof seedRun>[2] = {}) {
  const run = await seedRun(person, team(models, params), options);
  engine.submitted();
  return run;
}

describe.skipIf(!claudeCodeExecutable())('Claude Code, the real executable', () => {
  it('works with its own tools, publishes, votes and presents in a mixed team', async () => {
    await start();
    const run = await ask(['code-write+edit', 'team-b'], {}, { input: 'Take notes.' });
    const events = eventsOf(await streamText(engine, run.runId));
    expect(engine.reports).toEqual([]);
    expect(events.at(-1)).toMatchObject({ type: 'run.finished', presented: true });
    const mine = events.filter((event) => 'slot' in event && event.slot === 'A');
    expect(mine.some((event) => event.type === 'agent.delta' && event.kind === 'text')).toBe(true);
    expect(mine.some((event) => event.type === 'agent.delta' && event.kind === 'reasoning')).toBe(true);
    expect(mine.flatMap((event) => (event.type === 'tool.finished' ? [event.tool] : []))).toEqual(
      expect.arrayContaining(['Write', 'Edit', 'new_answer', 'vote']),
    );
    expect(mine.find((event) => event.type === 'usage')).toMatchObject({ outputTokens: expect.any(Number) });
    const folder = await findWorkFolder({ ...run, slot: 'A' });
    expect(readFileSync(join(folder?.files ?? '', 'notes.md'), 'utf8')).toBe('First line\nSecond line, edited\n');
    for (const { headers, path } of doubles.journal.items()) {
      if (!path.endsWith('/messages')) continue;
      expect(headers['x-api-key']).toBe('sk-the-real-key');
      expect(headers['x-massgen-call']).toBeTruthy();
    }
  });
});
