/** (c) 50 runs × 3 agents at 50 tokens/s, embedded database and (with BENCH_DATABASE_URL or TEST_DATABASE_URL) Postgres. */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ADMIN, ADMIN_ENV, startApp } from '../e2e/support/app-server';
import { freshDatabase } from '../e2e/support/fresh-database';
import { endChild, startChild } from './support/child';
import { readStamps, sendJson } from './support/load';
import { cpuMicros, rssMb } from './support/process-usage';
import { finishReport, report } from './support/report';
import { percentile } from './support/statistics';

const RUNS = 50;
const AGENTS = 3;
const RATE = 50;
const TOKENS = 300;
/** Each agent: one call that publishes, one that votes; then the presentation. */
const CALLS_PER_RUN = AGENTS * 2 + 1;
const AUTH = { authorization: `Bearer ${ADMIN.apiKey}` };

const postgres = process.env.BENCH_DATABASE_URL ?? process.env.TEST_DATABASE_URL;
await measure('PGlite', {}, { share: 0.9, rss: 450 });
if (postgres) {
  const database = await freshDatabase(postgres);
  await measure('Postgres', { DATABASE_URL: database.url }, { share: 0.95, rss: 250 });
  await database.drop();
} else console.log('Postgres: not measured, no BENCH_DATABASE_URL.');
finishReport();

async function measure(
  name: string,
  env: Record<string, string>,
  target: { share: number; rss: number },
): Promise<void> {
  const model = await startChild('e2e/doubles/start-doubles.ts');
  const app = await startApp({
    dataDir: mkdtempSync(join(tmpdir(), 'massgen-bench-')),
    env: {
      ...ADMIN_ENV,
      ...env,
      MASSGEN_TRUSTED_ORIGINS: model.origin,
      MASSGEN_MAX_RUNS_PER_USER: '1000',
      MASSGEN_MAX_RUNS_PER_WORKSPACE: '1000',
    },
  });
  const agent = (letter: string, tokens: number) => ({
    backend: { type: 'openai_compatible', model: `${letter}@${RATE}x${tokens}t`, baseUrl: `${model.origin}/v1` },
  });
  const teamOf = (tokens: number) => ({
    name: 'Three streams',
    agents: ['x', 'y', 'z'].map((letter) => agent(letter, tokens)),
  });
  const runOnce = async (tokens: number) => {
    const body = { input: 'Go on.', team: teamOf(tokens) };
    const { run } = await sendJson(`${app.url}/api/v1/runs`, 'POST', AUTH, body);
    const path = `${app.url}/api/v1/runs/${run.id}/events?after=0`;
    return { run, read: await readStamps(path, { method: 'GET', headers: AUTH }) };
  };
  // The code is warm before anything counts.
  await Promise.all(Array.from({ length: 10 }, () => runOnce(20)));

  const cpu = cpuMicros(app.pid);
  let rss = 0;
  const sampler = setInterval(() => (rss = Math.max(rss, rssMb(app.pid))), 200);
  const startedAt = performance.now();
  const streams = await Promise.all(Array.from({ length: RUNS }, () => runOnce(TOKENS)));
  const seconds = (performance.now() - startedAt) / 1000;
  clearInterval(sampler);

  const latencies = streams.flatMap(({ read }) => read.latencies);
  await assertNoTokenLost(
    app.url,
    streams.map(({ run }) => run.id),
  );
  // Ideal: publish, vote and presentation one after the other, every agent at full rate.
  const idealSeconds = (3 * (TOKENS - 1)) / RATE;
  report({
    name: `${name}: delivered / wanted`,
    value: (idealSeconds / seconds) * 100,
    unit: '%',
    limit: 100,
    target: target.share * 100,
    atLeast: true,
  });
  report({ name: `${name}: lag p50`, value: percentile(latencies, 0.5), unit: 'ms' });
  report({ name: `${name}: lag p95`, value: percentile(latencies, 0.95), unit: 'ms' });
  report({ name: `${name}: CPU per token`, value: (cpuMicros(app.pid) - cpu) / latencies.length, unit: 'µs' });
  report({ name: `${name}: RSS`, value: rss, unit: 'MB', target: target.rss });
  await app.stop();
  await endChild(model.child);
}

/** Every token of every call that was not interrupted is in the log, once. */
async function assertNoTokenLost(url: string, runIds: string[]): Promise<void> {
  for (const runId of runIds) {
    const { run } = await sendJson(`${url}/api/v1/runs/${runId}`, 'GET', AUTH);
    if (run.status !== 'finished') throw new Error(`Run ${runId} ended as ${run.status}: ${JSON.stringify(run.error)}`);
    const tokens = run.final.trim().split(/\s+/).length;
    if (tokens !== TOKENS) throw new Error(`Run ${runId}: the final answer has ${tokens} of ${TOKENS} tokens.`);
    if (run.answers.length < AGENTS) throw new Error(`Run ${runId}: ${run.answers.length} answers.`);
  }
  console.log(
    `${runIds.length} runs, at least ${CALLS_PER_RUN} calls each, finished; no token of a final answer lost.`,
  );
}
