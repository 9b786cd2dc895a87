/** Turns of teams that share, with scripted models, stored in an embedded database of its own. */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createContextSource } from '@/lib/context-sharing/create-context-source';
import { closeDb, getDb } from '../../db/client';
import type { AgentCall } from '../../lib/agents/backend';
import type { ScriptedBackend, ScriptedStep } from '../../lib/engine/testing/scripted-backend';
import { seedPerson, seedRun } from '../../lib/engine/testing/seed-run';
import { ballotOf } from '../../lib/engine/testing/team-script';
import { createTestEngine, eventsOf, streamText } from '../../lib/engine/testing/test-engine';
import { storedTeam, testTeam } from '../../lib/engine/testing/test-team';
import type { RunEvent } from '../../lib/protocol/event';

process.env.DATA_DIR = mkdtempSync(join(tmpdir(), 'massgen-bench-'));
const db = await getDb();
const person = await seedPerson();
const contexts = createContextSource(db, (error, what) => {
  throw new Error(what, { cause: error });
});
const contextSharing = {
  include: ['answers', 'tools', 'files', 'notes'] as never[],
  maxTokensPerPeer: 8_000,
  maxTokensTotal: 24_000,
};

/** Tool results of so many kilobytes in all, different in every call. */
function toolWork(call: AgentCall, kilobytes: number) {
  return Array.from({ length: kilobytes / 5 }, (_, index) => ({
    tool: 'Bash',
    arguments: { command: `step ${index}` },
    result: `${call.runId} ${call.slot} ${index} `.padEnd(5_000, `line of output ${index}\n`),
  }));
}

/** Works with its tools and publishes, then votes. `startMs` = how long it takes to begin, by slot. */
export function script(kilobytes: number, startMs: Record<string, number> = {}) {
  const answered = new Set<string>();
  return async (call: AgentCall): Promise<ScriptedStep> => {
    if (call.toolChoice === 'none') return { text: ['The ', 'end.'] };
    const choices = ballotOf(call).sort();
    const seat = `${call.runId} ${call.slot}`;
    if (choices.length > 0 && answered.has(seat))
      return { tools: [{ tool: 'vote', arguments: { answer_id: choices[0], reason: 'It is complete.' } }] };
    answered.add(seat);
    const wait = startMs[call.slot];
    if (wait) await new Promise((resolve) => setTimeout(resolve, wait));
    return {
      ownTools: toolWork(call, kilobytes),
      tools: [{ tool: 'new_answer', arguments: { content: `Answer of ${call.slot} in ${call.runId}` } }],
    };
  };
}

export interface Turn {
  ms: number;
  events: RunEvent[];
  conversationId: string;
}

export async function turn(
  backend: ScriptedBackend,
  agents: number,
  shares: boolean,
  conversationId: string | null = null,
): Promise<Turn> {
  const engine = createTestEngine(db, [backend], { contexts });
  await engine.start();
  const team = testTeam({
    agents,
    coordination: { presenter: 'A', maxNewAnswersPerAgent: 4, ...(shares && { contextSharing }) },
  });
  const run = await seedRun(person, storedTeam(team), { conversationId });
  const startedAt = performance.now();
  engine.submitted();
  const log = await streamText(engine, run.runId);
  const ms = performance.now() - startedAt;
  if (!log.includes('"type":"run.finished"')) throw new Error(`The turn did not finish: ${log.slice(-400)}`);
  await engine.stop();
  return { ms, events: eventsOf(log), conversationId: run.conversationId };
}

/** Call last. */
export const endTurns = (): Promise<void> => closeDb();
