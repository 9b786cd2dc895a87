/** (d) Resume at a cursor, stop, and the first new event after `kill -9` and restart. */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ADMIN, ADMIN_ENV, startApp } from '../e2e/support/app-server';
import { readEvents } from '../e2e/support/read-events';
import { endChild, startChild } from './support/child';
import { sendJson } from './support/load';
import { assertEqual, finishReport, report } from './support/report';
import { median } from './support/statistics';

const AUTH = { authorization: `Bearer ${ADMIN.apiKey}` };
const ROUNDS = 10;
const key = ADMIN.apiKey;

const model = await startChild('e2e/doubles/start-doubles.ts');
const options = {
  dataDir: mkdtempSync(join(tmpdir(), 'massgen-bench-')),
  port: 4390,
  env: { ...ADMIN_ENV, MASSGEN_TRUSTED_ORIGINS: model.origin },
};
let app = await startApp(options);
const backend = { type: 'openai_compatible', model: 'rate-50x5000', baseUrl: `${model.origin}/v1` };
const team = { name: 'Long', agents: Array.from({ length: 3 }, () => ({ backend })) };

async function startRun(): Promise<string> {
  const { run } = await sendJson(`${app.url}/api/v1/runs`, 'POST', AUTH, { input: 'Go on.', team });
  return run.id;
}

/** ms from the request with Last-Event-ID to the first event. */
async function resumeOnce(runId: string, from: number): Promise<number> {
  const startedAt = performance.now();
  await readEvents(app.url, runId, { key, lastEventId: from, until: () => true });
  return performance.now() - startedAt;
}

const runId = await startRun();
await readEvents(app.url, runId, { key, until: (event) => event.seq >= 100 });
const resumes: number[] = [];
for (let round = 0; round < ROUNDS; round += 1) resumes.push(await resumeOnce(runId, 50));
report({ name: 'resume at Last-Event-ID, first event', value: median(resumes), unit: 'ms', target: 20 });

/** ms from sending the stop to the last token that a reader sees. */
async function stopOnce(runId: string): Promise<number> {
  let stoppedAt = Number.POSITIVE_INFINITY;
  let lastToken = 0;
  const reading = readEvents(app.url, runId, {
    key,
    onEvent: (event) => {
      if (event.type === 'agent.delta') lastToken = performance.now();
      if (event.seq === 40) {
        stoppedAt = performance.now();
        sendJson(`${app.url}/api/v1/runs/${runId}/stop`, 'POST', AUTH, {}).catch((error) => console.error(error));
      }
    },
  });
  const { ended, events } = await reading;
  assertEqual('stopped runs', ended && events.at(-1)?.type === 'run.stopped' ? 1 : 0, 1);
  return Math.max(0, lastToken - stoppedAt);
}

const stops = [await stopOnce(runId)];
for (let round = 1; round < ROUNDS; round += 1) stops.push(await stopOnce(await startRun()));
report({ name: 'stop, last token after it, worst', value: Math.max(...stops), unit: 'ms', target: 25 });

const restarts: number[] = [];
for (let round = 0; round < 3; round += 1) {
  const id = await startRun();
  const before = await readEvents(app.url, id, { key, until: (event) => event.seq >= 60 });
  await app.stop('SIGKILL');
  const startedAt = performance.now();
  app = await startApp(options);
  const last = before.events.at(-1)?.seq ?? 0;
  await readEvents(app.url, id, { key, after: last, until: (event) => event.type === 'run.resumed' });
  restarts.push(performance.now() - startedAt);
  await sendJson(`${app.url}/api/v1/runs/${id}/stop`, 'POST', AUTH, {});
}
report({
  name: 'restart after kill -9, first new event (process start included)',
  value: median(restarts),
  unit: 'ms',
  target: 2000,
});

await app.stop();
await endChild(model.child);
finishReport();
