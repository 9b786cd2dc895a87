/**
 * A process in the data folder of `DATA_DIR` whose agent uses a tool that changes things, and which kills itself as `kill -9` would: while a person
 * is asked, or while the tool runs. Called with the run, it goes on with it to its end and prints what has come of it.
 * argv: `asks` or `runs`, the file in which each run of the tool leaves a line, then the run.
 */
import { appendFileSync, readFileSync, writeSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { getDb } from '@/db/client';
import { createScriptedBackend } from './scripted-backend';
import { seedPerson, seedRun } from './seed-run';
import { createTestEngine, type TestEngine, untilEvent } from './test-engine';
import { storedTeam, testTeam } from './test-team';
import { createTestSource } from './test-tools';
import { calls, endOf, resultsIn } from './tool-runs';

const [when, file = '', earlier] = process.argv.slice(2);

function print(word: string, value: unknown): void {
  writeSync(1, `${word} ${JSON.stringify(value)}\n`);
}

const backend = createScriptedBackend({
  script: (call) =>
    resultsIn(call).length > 0 ? { text: ['The answer.'] } : { tools: calls('cut', { what: 'paper' }) },
});

const source = createTestSource({
  cut: {
    effects: 'changes',
    decision: when === 'asks' ? 'ask' : 'allow',
    async run(_invocation, _host, signal) {
      appendFileSync(file, 'cut\n');
      if (!earlier && when === 'runs') {
        process.kill(process.pid, 'SIGKILL');
        await sleep(60_000, undefined, { signal });
      }
      return { text: 'Cut.', isError: false };
    },
  },
});

async function approvalIn(engine: TestEngine, runId: string): Promise<string> {
  const asked = await untilEvent(engine, runId, ({ type }) => type === 'approval.requested');
  return asked.type === 'approval.requested' ? asked.approvalId : '';
}

async function goOn(engine: TestEngine, runId: string): Promise<void> {
  if (when === 'asks') {
    const approvalId = await approvalIn(engine, runId);
    print('asked', approvalId);
    const allow = { type: 'decideApproval', approvalId, decision: 'allow', scope: 'once' } as const;
    print('decided', (await engine.control(runId, allow)).ok);
  }
  const { events, state } = await endOf(engine, runId);
  print('requested', events.filter(({ type }) => type === 'approval.requested').length);
  print('final', state.final?.text ?? null);
  print('results', backend.calls.map(resultsIn).at(-1));
  print('ran', readFileSync(file, 'utf8').split('\n').filter(Boolean).length);
}

async function main(): Promise<void> {
  const engine = createTestEngine(await getDb(), [backend], { tools: [source] });
  await engine.start();
  if (earlier) {
    await goOn(engine, earlier);
    process.exit(0);
  }
  const { runId } = await seedRun(await seedPerson(), storedTeam(testTeam({ agents: 1 })));
  print('run', runId);
  engine.submitted();
  print('asked', await approvalIn(engine, runId));
  process.kill(process.pid, 'SIGKILL');
}

main().catch((error: Error) => {
  process.stderr.write(`${error.stack}\n`);
  process.exit(1);
});
