/** (b) Over HTTP, signed in and stored: 1, 100 and 200 streams at 30 tokens/s, 100 of them begun each second, against a bare node:http relay. */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ADMIN, ADMIN_ENV, startApp } from '../e2e/support/app-server';
import { endChild, startChild } from './support/child';
import { readStamps, type StreamResult, sendJson } from './support/load';
import { cpuMicros, rssMb } from './support/process-usage';
import { assertEqual, finishReport, report } from './support/report';
import { percentile } from './support/statistics';

const RATE = 30;
const TOKENS = 200;
const STARTS_PER_SECOND = 100;
const MODEL = `rate-${RATE}x${TOKENS}t`;
const AUTH = { authorization: `Bearer ${ADMIN.apiKey}` };

const model = await startChild('e2e/doubles/start-doubles.ts');
const relay = await startChild('bench/support/relay.ts', [model.origin]);
const app = await startApp({
  dataDir: mkdtempSync(join(tmpdir(), 'massgen-bench-')),
  env: {
    ...ADMIN_ENV,
    MASSGEN_TRUSTED_ORIGINS: model.origin,
    MASSGEN_MAX_RUNS_PER_USER: '1000',
    MASSGEN_MAX_RUNS_PER_WORKSPACE: '1000',
    ...(process.env.BENCH_DATABASE_URL ? { DATABASE_URL: process.env.BENCH_DATABASE_URL } : {}),
  },
});

const team = {
  name: 'One stream',
  agents: [{ backend: { type: 'openai_compatible', model: MODEL, baseUrl: `${model.origin}/v1` } }],
};

async function throughApp(): Promise<StreamResult> {
  const startedAt = performance.timeOrigin + performance.now();
  const { run } = await sendJson(`${app.url}/api/v1/runs`, 'POST', AUTH, { input: 'Go on.', team });
  return readStamps(`${app.url}/api/v1/runs/${run.id}/events?after=0`, { method: 'GET', headers: AUTH }, startedAt);
}

function throughRelay(): Promise<StreamResult> {
  const body = JSON.stringify({ model: MODEL, stream: true, messages: [{ role: 'user', content: 'Go on.' }] });
  const headers = { 'content-type': 'application/json' };
  return readStamps(`${relay.origin}/v1/chat/completions`, { method: 'POST', headers, body });
}

interface Measured {
  first: number[];
  latencies: number[];
  cpuPerToken: number;
  rss: number;
}

/** `count` streams, begun at an even pace. */
async function measure(count: number, pid: number, open: () => Promise<StreamResult>): Promise<Measured> {
  const cpu = cpuMicros(pid);
  let rss = 0;
  const sampler = setInterval(() => (rss = Math.max(rss, rssMb(pid))), 200);
  const streams = Array.from({ length: count }, async (_, index) => {
    await new Promise((resolve) => setTimeout(resolve, (index / STARTS_PER_SECOND) * 1000));
    return open();
  });
  const results = await Promise.all(streams);
  clearInterval(sampler);
  const latencies = results.flatMap((result) => result.latencies);
  assertEqual(`tokens read of ${count} streams`, latencies.length, count * TOKENS);
  return {
    first: results.map((result) => result.firstTokenMs),
    latencies,
    cpuPerToken: (cpuMicros(pid) - cpu) / latencies.length,
    rss,
  };
}

const TARGETS: Record<number, { first?: number; p99?: number; cpu?: number }> = {
  1: { first: 30 },
  100: { first: 100 },
  200: { p99: 40, cpu: 150 },
};

// The code is warm before anything counts.
await measure(100, app.pid, throughApp);
await measure(100, relay.child.pid ?? 0, throughRelay);
for (const count of [1, 100, 200]) {
  const limit = await measure(count, relay.child.pid ?? 0, throughRelay);
  const idle = count === 1 ? await repeatIdle() : null;
  const own = idle ?? (await measure(count, app.pid, throughApp));
  const { first, p99, cpu } = TARGETS[count] ?? {};
  const share = count === 1 ? 0.5 : 0.95;
  const label = count === 1 ? 'first token, idle, p50 (beyond the relay)' : 'first token p95';
  const firstLimit = percentile(limit.first, share);
  const firstOwn = percentile(own.first, share);
  report({
    name: `${count} × ${label}`,
    value: count === 1 ? firstOwn - firstLimit : firstOwn,
    unit: 'ms',
    limit: firstLimit,
    target: first,
  });
  for (const share of [0.5, 0.95, 0.99]) {
    report({
      name: `${count} × added latency p${share * 100}`,
      value: percentile(own.latencies, share),
      unit: 'ms',
      limit: percentile(limit.latencies, share),
      target: share === 0.99 ? p99 : undefined,
    });
  }
  report({
    name: `${count} × CPU per token`,
    value: own.cpuPerToken,
    unit: 'µs',
    limit: limit.cpuPerToken,
    target: cpu,
  });
  report({ name: `${count} × RSS`, value: own.rss, unit: 'MB', limit: limit.rss });
}

/** One stream at a time, ten times. */
async function repeatIdle(): Promise<Measured> {
  const rounds: Measured[] = [];
  for (let round = 0; round < 5; round += 1) rounds.push(await measure(1, app.pid, throughApp));
  return {
    first: rounds.flatMap((round) => round.first),
    latencies: rounds.flatMap((round) => round.latencies),
    cpuPerToken: percentile(
      rounds.map((round) => round.cpuPerToken),
      0.5,
    ),
    rss: Math.max(...rounds.map((round) => round.rss)),
  };
}

await app.stop();
await endChild(relay.child);
await endChild(model.child);
finishReport();
