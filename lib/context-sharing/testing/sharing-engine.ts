import { afterEach, beforeAll, expect } from 'vitest';
import { getDb } from '@/db/client';
import { type TestDatabaseKind, useTestDatabase } from '@/db/testing/use-test-database';
import type { Db } from '@/db/types/database';
import type { AgentCall } from '@/lib/agents/backend';
import type { ScriptedBackend, ScriptedStep } from '@/lib/engine/testing/scripted-backend';
import { type Person, type SeededRun, seedPerson, seedRun } from '@/lib/engine/testing/seed-run';
import { ballotOf } from '@/lib/engine/testing/team-script';
import { createTestEngine, eventsOf, streamText, type TestEngine } from '@/lib/engine/testing/test-engine';
import { storedTeam, type TestTeamOptions, testTeam } from '@/lib/engine/testing/test-team';
import type { ContextDelivered } from '@/lib/protocol/context-event';
import type { RunEvent } from '@/lib/protocol/event';
import { fold } from '@/lib/protocol/fold';
import type { RunState } from '@/lib/protocol/state';
import type { Coordination } from '@/lib/protocol/team';
import { createContextSource } from '../create-context-source';

export const SHARING: Partial<Coordination> = {
  contextSharing: { include: ['answers', 'tools', 'files', 'notes'], maxTokensPerPeer: 8_000, maxTokensTotal: 24_000 },
};

export type DeliveredEvent = RunEvent & ContextDelivered;

export const textOf = (call: AgentCall) => JSON.stringify(call.messages);
export const isDelivery = (event: RunEvent): event is DeliveredEvent => event.type === 'context.delivered';

/** Votes for the first answer in the alphabet, once there are answers of all three. */
export function voteOr(call: AgentCall, step: ScriptedStep): ScriptedStep {
  if (call.toolChoice === 'none') return { text: ['Presented.'] };
  const [choice] = ballotOf(call).sort();
  if (!choice || !ballotOf(call).some((id) => id.startsWith(call.slot))) return step;
  return { tools: [{ tool: 'vote', arguments: { answer_id: choice, reason: 'Best.' } }] };
}

export const publish = (content: string) => [{ tool: 'new_answer', arguments: { content } }];

/** Runs of teams that share, with scripted models, on a database of their own; what the engine reports fails the test. */
export class SharingEngine {
  db!: Db;
  engine: TestEngine | null = null;
  #person!: Person;

  constructor(kind: TestDatabaseKind) {
    // biome-ignore lint/correctness/useHookAtTopLevel: no React hook.
    useTestDatabase(kind);
    beforeAll(async () => {
      this.db = await getDb();
      this.#person = await seedPerson();
    });
    afterEach(async () => {
      const reports = this.engine?.reports ?? [];
      await this.stop();
      expect(reports).toEqual([]);
    });
  }

  start(backends: ScriptedBackend[]): TestEngine {
    const reports: unknown[] = [];
    const report = (error: unknown) => reports.push(error);
    const contexts = createContextSource(this.db, report);
    this.engine = { ...createTestEngine(this.db, backends, { contexts, report }), reports };
    return this.engine;
  }

  async stop(): Promise<void> {
    await this.engine?.stop();
    this.engine = null;
  }

  /** Asks a question, of an engine of its own where none is at work. */
  async begin(
    backends: ScriptedBackend[],
    team: TestTeamOptions,
    more: Parameters<typeof seedRun>[2] = {},
  ): Promise<SeededRun & { engine: TestEngine }> {
    if (!this.engine) await this.start(backends).start();
    const seeded = await seedRun(this.#person, storedTeam(testTeam(team)), more);
    this.engine?.submitted();
    return { engine: this.engine as TestEngine, ...seeded };
  }

  async finish(engine: TestEngine, runId: string): Promise<{ events: RunEvent[]; state: RunState }> {
    const events = eventsOf(await streamText(engine, runId));
    return { events, state: fold(runId, events) };
  }
}
