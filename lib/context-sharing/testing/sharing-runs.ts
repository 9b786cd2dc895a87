import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, vi } from 'vitest';
import { getDb } from '@/db/client';
import { useTestDatabase } from '@/db/testing/use-test-database';
import type { AgentBackend } from '@/lib/agents/backend';
import type { EngineDeps } from '@/lib/engine/engine-deps';
import { type Person, seedPerson, seedRun } from '@/lib/engine/testing/seed-run';
import { createTestEngine, eventsOf, streamText, type TestEngine } from '@/lib/engine/testing/test-engine';
import { storedTeam } from '@/lib/engine/testing/test-team';
import type { RunEvent } from '@/lib/protocol/event';
import { fold } from '@/lib/protocol/fold';
import type { RunState } from '@/lib/protocol/state';
import type { Team } from '@/lib/protocol/team';
import { createContextSource } from '../create-context-source';

export interface PlayedRun {
  runId: string;
  conversationId: string;
  events: RunEvent[];
  state: RunState;
}

export interface SharingRuns {
  /** An engine for what the test plays next, with these backends. */
  open(backends: AgentBackend[], overrides?: Partial<EngineDeps>): Promise<TestEngine>;
  /** Plays a run of the team to its end, in the conversation of `after` when that is given. */
  play(team: Team, input?: string, after?: Pick<PlayedRun, 'conversationId'>): Promise<PlayedRun>;
}

/** Runs of teams that share, with a database and a data folder of this file's own. Nothing unexpected may be reported. */
export function useSharingRuns(): SharingRuns {
  useTestDatabase();
  let person: Person;
  let engine: TestEngine | null = null;
  let dataDir = '';

  beforeAll(async () => {
    dataDir = mkdtempSync(join(tmpdir(), 'massgen-sharing-'));
    vi.stubEnv('DATA_DIR', dataDir);
    person = await seedPerson();
  });
  afterEach(async () => {
    await engine?.stop();
    expect(engine?.reports ?? []).toEqual([]);
    engine = null;
  });
  afterAll(() => {
    vi.unstubAllEnvs();
    rmSync(dataDir, { recursive: true, force: true });
  });

  return {
    async open(backends, overrides) {
      await engine?.stop();
      const reports: unknown[] = [];
      const report = (error: unknown) => reports.push(error);
      const db = await getDb();
      const contexts = createContextSource(db, report);
      engine = { ...createTestEngine(db, backends, { contexts, report, ...overrides }), reports };
      await engine.start();
      return engine;
    },
    async play(team, input = 'What is best?', after) {
      if (!engine) throw new Error('No engine is open.');
      const conversation = after ? { conversationId: after.conversationId } : {};
      const { runId, conversationId } = await seedRun(person, storedTeam(team), { input, ...conversation });
      engine.submitted();
      const events = eventsOf(await streamText(engine, runId));
      return { runId, conversationId, events, state: fold(runId, events) };
    },
  };
}
