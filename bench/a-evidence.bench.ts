/**
 * (a-evidence) A whole turn of three agents of whom two come to the same value in other words, decided by evidence, beside the same answers decided by
 * votes: time and calls, without latency and at 5 ms/token; rounds of both alternate.
 */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { closeDb, getDb } from '../db/client';
import type { AgentCall } from '../lib/agents/backend';
import { evidenceScript } from '../lib/engine/testing/evidence-script';
import { createScriptedBackend, type ScriptedStep } from '../lib/engine/testing/scripted-backend';
import { seedPerson, seedRun } from '../lib/engine/testing/seed-run';
import { ballotOf } from '../lib/engine/testing/team-script';
import { createTestEngine, streamText } from '../lib/engine/testing/test-engine';
import { storedTeam, testTeam } from '../lib/engine/testing/test-team';
import { finishReport, report } from './support/report';
import { median } from './support/statistics';

const TOKENS = 100;
const ANSWERS = { A: 'Final answer: 9,720 kWh', B: 'Final answer: 9.72 MWh', C: 'Final answer: 8,000 kWh' };
const text = Array.from({ length: TOKENS }, (_, index) => `tok${index % 10} `);

process.env.DATA_DIR = mkdtempSync(join(tmpdir(), 'massgen-bench-'));
const db = await getDb();
const person = await seedPerson();

const byEvidence = evidenceScript({ answers: ANSWERS });

function step(call: AgentCall): ScriptedStep {
  const [first] = ballotOf(call).sort();
  const hasAnswered = JSON.stringify(call.messages).includes('new_answer"');
  const vote = { tool: 'vote', arguments: { answer_id: first, reason: 'It is complete.' } };
  return { ...(first && hasAnswered ? { tools: [vote] } : byEvidence(call)), text };
}

interface Turn {
  ms: number;
  /** Requests to models. */
  calls: number;
}

async function turn(decision: 'votes' | 'evidence', tokenMs: number): Promise<Turn> {
  let calls = 0;
  const model = createScriptedBackend({
    tokenMs,
    script: (call) => {
      calls += 1;
      return step(call);
    },
  });
  const engine = createTestEngine(db, [model]);
  await engine.start();
  const run = await seedRun(person, storedTeam(testTeam({ coordination: { decision } })));
  const startedAt = performance.now();
  engine.submitted();
  const log = await streamText(engine, run.runId);
  const ms = performance.now() - startedAt;
  if (!log.includes('"type":"run.finished"')) throw new Error(`The turn did not finish: ${log.slice(-400)}`);
  await engine.stop();
  return { ms, calls };
}

for (const tokenMs of [0, 5]) {
  for (let round = 0; round < 3; round += 1)
    for (const decision of ['votes', 'evidence'] as const) await turn(decision, 0);
  const votes: Turn[] = [];
  const evidence: Turn[] = [];
  // Without latency a turn is three commits: their scatter is larger than what is looked for.
  for (let round = 0; round < (tokenMs === 0 ? 45 : 5); round += 1) {
    votes.push(await turn('votes', tokenMs));
    evidence.push(await turn('evidence', tokenMs));
  }
  const at = tokenMs === 0 ? 'no latency' : `${tokenMs} ms/token`;
  const middle = (turns: Turn[], what: keyof Turn) => median(turns.map((each) => each[what]));
  const limit = middle(votes, 'ms');
  report({
    name: `two agree, ${at} (limit: by votes)`,
    value: middle(evidence, 'ms'),
    unit: 'ms',
    limit,
    target: limit,
  });
  const share = (middle(evidence, 'calls') / middle(votes, 'calls')) * 100;
  report({ name: `two agree, ${at}: share of the calls of votes`, value: share, unit: '%', target: 75 });
}

await closeDb();
finishReport();
