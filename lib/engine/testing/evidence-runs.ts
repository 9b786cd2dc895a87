import { afterEach, beforeAll, expect } from 'vitest';
import { getDb } from '@/db/client';
import type { Db } from '@/db/types/database';
import type { AgentCall } from '@/lib/agents/backend';
import type { RunEvent } from '@/lib/protocol/event';
import { fold } from '@/lib/protocol/fold';
import type { RunState } from '@/lib/protocol/state';
import type { EngineDeps } from '../engine-deps';
import { createScriptedBackend, type ScriptedBackend, type ScriptedStep } from './scripted-backend';
import { seedPerson, seedRun } from './seed-run';
import { createTestEngine, eventsOf, streamText, type TestEngine } from './test-engine';
import { storedTeam, type TestTeamOptions, testTeam } from './test-team';

export interface EvidenceRun {
  events: RunEvent[];
  state: RunState;
}

/** Of different makers, whose agreement counts in full. */
export const MODELS = ['one', 'two', 'three', 'four'];

/** Runs of teams that decide by evidence, on the test's own database. To be called where tests are described. */
export function useEvidenceRuns() {
  let db: Db;
  const open: TestEngine[] = [];

  beforeAll(async () => {
    db = await getDb();
  });

  afterEach(async () => {
    for (const engine of open.splice(0)) {
      await engine.stop();
      expect(engine.reports).toEqual([]);
    }
  });

  async function engineWith(backends: ScriptedBackend[], overrides: Partial<EngineDeps> = {}): Promise<TestEngine> {
    const engine = createTestEngine(db, backends, overrides);
    open.push(engine);
    await engine.start();
    return engine;
  }

  async function begin(backends: ScriptedBackend[], team: TestTeamOptions = {}, overrides: Partial<EngineDeps> = {}) {
    const engine = await engineWith(backends, overrides);
    const coordination = { decision: 'evidence' as const, ...team.coordination };
    const complete = testTeam({ models: MODELS, ...team, coordination });
    const { runId } = await seedRun(await seedPerson(), storedTeam(complete));
    engine.submitted();
    return { engine, runId, end: () => endOf(engine, runId) };
  }

  async function endOf(engine: TestEngine, runId: string): Promise<EvidenceRun> {
    const events = eventsOf(await streamText(engine, runId));
    expect(events.map(({ seq }) => seq)).toEqual(events.map((_, index) => index + 1));
    return { events, state: fold(runId, events) };
  }

  /** The whole course of a run of one scripted model family. */
  async function finished(
    script: (call: AgentCall) => ScriptedStep | Promise<ScriptedStep>,
    team?: TestTeamOptions,
    overrides?: Partial<EngineDeps>,
  ) {
    const backend = createScriptedBackend({ script, tools: team?.canCallTools ?? true });
    const { end } = await begin([backend], team, overrides);
    return { ...(await end()), calls: backend.calls };
  }

  return { engineWith, begin, endOf, finished };
}

/** What was begun, in order: `A coordination`, `_compare comparison`. */
export function begun({ events }: EvidenceRun): string[] {
  return events.flatMap((event) => (event.type === 'agent.started' ? [`${event.slot} ${event.phase}`] : []));
}

/** How calls of the slot ended, in order. */
export function outcomes({ events }: EvidenceRun, slot: string): string[] {
  return events.flatMap((event) => (event.type === 'agent.finished' && event.slot === slot ? [event.outcome] : []));
}

export function firstOf<T extends RunEvent['type']>({ events }: EvidenceRun, type: T) {
  return events.find((event): event is Extract<RunEvent, { type: T }> => event.type === type);
}
