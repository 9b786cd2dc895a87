/**
 * A process that begins a run in the data folder of `DATA_DIR`, asks something of it, and kills itself as `kill -9` would, in the moment
 * in which that is acknowledged. Before, it takes over the run of the process before, and prints what has become of it there.
 * argv: kind of control, then run and kind of the process before, if any.
 */
import { writeSync } from 'node:fs';
import { getDb } from '@/db/client';
import { readLog } from '@/db/queries/run-log/read-log';
import type { AgentCall } from '@/lib/agents/backend';
import type { RunEvent } from '@/lib/protocol/event';
import type { RunControl } from '../run/run-control';
import { CONTROL_KINDS, type ControlKind, effectOf } from './control-kinds';
import { createScriptedBackend, type ScriptedStep } from './scripted-backend';
import { seedPerson, seedRun } from './seed-run';
import { ballotOf } from './team-script';
import { createTestEngine, eventsOf, streamText, type TestEngine, untilEvent } from './test-engine';
import { storedTeam, testTeam } from './test-team';

const ENDLESS = Array.from({ length: 100_000 }, () => 'word ');
const COMMAND = { command: 'npm run build' };

const [kind, earlierRun, earlierKind] = process.argv.slice(2);

function print(word: string, value: unknown): void {
  writeSync(1, `${word} ${JSON.stringify(value)}\n`);
}

/** In its first life B talks for ever, in its second everybody comes to an end. */
const allowed: boolean[] = [];
function script(call: AgentCall): ScriptedStep {
  const asks = { tool: 'Bash', arguments: COMMAND, decided: (allow: boolean) => allowed.push(allow) };
  const isAsked = call.slot === 'B' && (call.runId === earlierRun ? earlierKind : kind) === 'approve';
  if (call.slot === 'B' && call.runId !== earlierRun) return { asks: isAsked ? [asks] : [], text: ENDLESS, tokenMs: 5 };
  if (call.toolChoice === 'none') return { text: ['Done.'] };
  const [first] = ballotOf(call).sort();
  const act =
    first && (call.slot === 'B' || ballotOf(call).includes('A.1'))
      ? { tool: 'vote', arguments: { answer_id: first, reason: 'It is complete.' } }
      : { tool: 'new_answer', arguments: { content: `Answer of ${call.slot}` } };
  return { asks: isAsked ? [asks] : [], tools: [act] };
}

/** Has the run go on to its end, and tells whether what had been acknowledged holds in it. */
async function tell(engine: TestEngine, runId: string, before: RunEvent[]): Promise<void> {
  const after = eventsOf(await streamText(engine, runId));
  print('held', effectOf(earlierKind as ControlKind, { before, after, calls: backend.calls, allowed }));
}

/** Begins a run, waits until it is where the control means something, and returns what to ask of it. */
async function begin(engine: TestEngine): Promise<{ runId: string; control: RunControl }> {
  const { runId } = await seedRun(await seedPerson(), storedTeam(testTeam({ agents: 2 })));
  engine.submitted();
  await untilEvent(engine, runId, (event) => event.type === 'answer.posted');
  const ready = kind === 'approve' ? 'approval.requested' : 'agent.delta';
  const event = await untilEvent(engine, runId, (event) => event.type === ready && event.slot === 'B');
  const control = CONTROL_KINDS[kind as ControlKind];
  return event.type === 'approval.requested' && control.type === 'decideApproval'
    ? { runId, control: { ...control, approvalId: event.approvalId } }
    : { runId, control };
}

const backend = createScriptedBackend({ script });

async function main(): Promise<void> {
  const db = await getDb();
  const before = earlierRun ? (await readLog(db, earlierRun, 0)).events : '';
  const engine = createTestEngine(db, [backend]);
  await engine.start();
  if (earlierRun) {
    const lines = before.trimEnd().split('\n');
    await tell(
      engine,
      earlierRun,
      lines.map((line) => JSON.parse(line) as RunEvent),
    );
  }
  if (kind === 'none') process.exit(0);
  const { runId, control } = await begin(engine);
  const reply = await engine.control(runId, control);
  print(reply.ok ? 'acknowledged' : 'refused', runId);
  process.kill(process.pid, 'SIGKILL');
}

main().catch((error: Error) => {
  process.stderr.write(`${error.stack}\n`);
  process.exit(1);
});
