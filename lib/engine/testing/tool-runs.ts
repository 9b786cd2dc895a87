import { afterEach, beforeAll, expect } from 'vitest';
import { getDb } from '@/db/client';
import { type TestDatabaseKind, useTestDatabase } from '@/db/testing/use-test-database';
import type { Db } from '@/db/types/database';
import type { AgentCall } from '@/lib/agents/backend';
import type { RunEvent } from '@/lib/protocol/event';
import { fold } from '@/lib/protocol/fold';
import type { RunState } from '@/lib/protocol/state';
import type { ToolSource } from '../tool-source';
import { createScriptedBackend, type ScriptedBackend, type ScriptedStep } from './scripted-backend';
import { type Person, seedPerson, seedRun } from './seed-run';
import { createTestEngine, eventsOf, streamText, type TestEngine } from './test-engine';
import { storedTeam, type TestTeamOptions, testTeam } from './test-team';

export interface ToolRun {
  engine: TestEngine;
  backend: ScriptedBackend;
  runId: string;
  /** The run to its end. */
  ended(): Promise<{ events: RunEvent[]; state: RunState }>;
}

/** Engines with sources of tools, on a database of their own. */
export class ToolRuns {
  db!: Db;
  /** What the engine may report. */
  expected: unknown[] = [];
  person!: Person;
  #engine: TestEngine | null = null;

  constructor(kind: TestDatabaseKind) {
    // biome-ignore lint/correctness/useHookAtTopLevel: no React hook.
    useTestDatabase(kind);
    beforeAll(async () => {
      this.db = await getDb();
      this.person = await seedPerson();
    });
    afterEach(async () => {
      const reports = (await this.stop()).map(String);
      expect(reports).toEqual(this.expected);
      this.expected = [];
    });
  }

  /** Begins a run of scripted models that do what `script` says. */
  async begin(
    sources: ToolSource[],
    team: TestTeamOptions,
    script: (call: AgentCall, step: number) => ScriptedStep,
    contextWindow?: number,
  ): Promise<ToolRun> {
    let step = 0;
    const backend = createScriptedBackend({ contextWindow, script: (call) => script(call, ++step) });
    const engine = createTestEngine(this.db, [backend], { tools: sources });
    await engine.start();
    this.#engine = engine;
    const { runId } = await seedRun(this.person, storedTeam(testTeam(team)));
    engine.submitted();
    return { engine, backend, runId, ended: () => endOf(engine, runId) };
  }

  /** Ends the engine as a crash would, and has another one go on with its runs. */
  async crash(
    sources: ToolSource[],
    script: (call: AgentCall, step: number) => ScriptedStep,
  ): Promise<Omit<ToolRun, 'runId' | 'ended'>> {
    await this.#engine?.abandon();
    let step = 0;
    const backend = createScriptedBackend({ script: (call) => script(call, ++step) });
    const engine = createTestEngine(this.db, [backend], { tools: sources });
    await engine.start();
    this.#engine = engine;
    return { engine, backend };
  }

  /** Returns what the engine has reported. */
  async stop(): Promise<unknown[]> {
    const reports = [...(this.#engine?.reports ?? [])];
    await this.#engine?.stop();
    this.#engine = null;
    return reports;
  }
}

export async function endOf(engine: TestEngine, runId: string): Promise<{ events: RunEvent[]; state: RunState }> {
  const events = eventsOf(await streamText(engine, runId));
  return { events, state: fold(runId, events) };
}

/** The results of tools that a request holds, in order. */
export function resultsIn({ messages }: Pick<AgentCall, 'messages'>): string[] {
  return messages.flatMap((message) => (message.role === 'tool' ? [message.result] : []));
}

export const calls = (tool: string, ...given: object[]) =>
  given.map((args) => ({ tool: `workshop_${tool}`, arguments: args }));
