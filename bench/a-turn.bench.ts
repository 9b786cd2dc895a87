/**
 * (a) One turn of 3 and 5 agents × (new answer, vote) × 300 tokens + presentation, everything stored durably in the embedded
 * database, against a bare loop over the same models: without latency; at 10 ms/token with equal speeds and with 5 % skew.
 */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { closeDb, getDb } from '../db/client';
import { createScriptedBackend, type ScriptedBackend } from '../lib/engine/testing/scripted-backend';
import { seedPerson, seedRun } from '../lib/engine/testing/seed-run';
import { teamScript } from '../lib/engine/testing/team-script';
import { createTestEngine, streamText } from '../lib/engine/testing/test-engine';
import { storedTeam, testTeam } from '../lib/engine/testing/test-team';
import type { RunEvent } from '../lib/protocol/event';
import { idealTurn } from './support/ideal-turn';
import { assertEqual, finishReport, report } from './support/report';
import { median } from './support/statistics';

const TOKENS = 300;
const SKEW = 0.05;
process.env.DATA_DIR = mkdtempSync(join(tmpdir(), 'massgen-bench-'));
const db = await getDb();
const person = await seedPerson();

/** One backend a slot, so that each may have a speed of its own; type `s0`, `s1`, … */
function backends(agents: number, tokenMs: number, skew: number): ScriptedBackend[] {
  return Array.from({ length: agents }, (_, index) =>
    createScriptedBackend({ type: `s${index}`, tokenMs: tokenMs * (1 + skew * index), script: teamScript(TOKENS) }),
  );
}

interface Turn {
  ms: number;
  /** Tokens that the models produced. */
  produced: number;
  /** Tokens found in the log. */
  logged: number;
  /** Calls that were interrupted: the last tokens that their models gave out came too late to be kept. */
  cut: number;
}

/** What the log holds. Each request of a call that was not interrupted has all its tokens, or one was lost. */
function tokensOf(log: string): Pick<Turn, 'logged' | 'cut'> {
  const events = [...log.matchAll(/^data: (\{.*"type".*\})$/gm)].map(([, json]) => JSON.parse(json ?? '') as RunEvent);
  const byCall = new Map<string, number>();
  const cut = new Set<string>();
  for (const event of events) {
    if (event.type === 'usage' && event.estimated) cut.add(event.callId);
    if (event.type !== 'agent.delta' && event.type !== 'final.delta') continue;
    byCall.set(event.callId, (byCall.get(event.callId) ?? 0) + event.text.trim().split(/\s+/).length);
  }
  for (const [callId, tokens] of byCall)
    if (!cut.has(callId)) assertEqual(`tokens lost of ${callId}`, tokens % TOKENS, 0);
  return { logged: [...byCall.values()].reduce((sum, tokens) => sum + tokens, 0), cut: cut.size };
}

async function ownTurn(models: ScriptedBackend[]): Promise<Turn> {
  const engine = createTestEngine(db, models);
  await engine.start();
  const team = testTeam({
    agents: models.length,
    backends: models.map((model) => model.type),
    // As in the ideal: who presents must not be the luck of the vote where speeds differ.
    coordination: { presenter: 'A' },
  });
  const run = await seedRun(person, storedTeam(team));
  const startedAt = performance.now();
  engine.submitted();
  const log = await streamText(engine, run.runId);
  const ms = performance.now() - startedAt;
  if (!log.includes('"type":"run.finished"')) throw new Error(`The turn did not finish: ${log.slice(-400)}`);
  await engine.stop();
  const { logged, cut } = tokensOf(log);
  return { ms, produced: models.reduce((sum, model) => sum + model.produced.tokens, 0), logged, cut };
}

async function ideal(agents: number, tokenMs: number, skew: number): Promise<number> {
  const models = backends(agents, tokenMs, skew);
  const slots = models.map((_, index) => String.fromCharCode(65 + index));
  const startedAt = performance.now();
  await idealTurn((slot) => models[slot.charCodeAt(0) - 65]!, slots);
  return performance.now() - startedAt;
}

for (const agents of [3, 5]) {
  const wanted = TOKENS * (agents * 2 + 1);
  for (let round = 0; round < 5; round += 1) await ownTurn(backends(agents, 0, 0)); // warm
  const own: number[] = [];
  const limits: number[] = [];
  for (let round = 0; round < 15; round += 1) {
    limits.push(await ideal(agents, 0, 0));
    const turn = await ownTurn(backends(agents, 0, 0));
    own.push(turn.ms);
    if (turn.cut === 0) assertEqual(`tokens in the log, ${agents} agents`, turn.logged, turn.produced);
    if (turn.produced < wanted) throw new Error(`The turn was cut short: ${turn.produced} of ${wanted} tokens.`);
  }
  const target = agents === 3 ? 45 : undefined;
  report({
    name: `${agents} agents, zero latency, stored`,
    value: median(own),
    unit: 'ms',
    limit: median(limits),
    target,
  });

  for (const skew of [0, SKEW]) {
    const limit = await ideal(agents, 10, skew);
    const turn = await ownTurn(backends(agents, 10, skew));
    const name = `${agents} agents, 10 ms/token${skew ? ', 5 % skew' : ''}`;
    report({ name: `${name}, beyond ideal`, value: turn.ms - limit, unit: 'ms', limit, target: 30 });
    const waste = ((turn.produced - wanted) / wanted) * 100;
    report({ name: `${name}, tokens beyond need`, value: waste, unit: '%', target: 5 });
  }
}

await closeDb();
finishReport();
