/** (g) Claude Code, the real executable: first token of a cold and of a warm process beyond the model's own, stop, and more agents than places. */
import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ADMIN, ADMIN_ENV, startApp } from '../e2e/support/app-server';
import { readEvents } from '../e2e/support/read-events';
import type { RunEvent } from '../lib/protocol/event';
import { endChild, startChild } from './support/child';
import { sendJson } from './support/load';
import { assertEqual, finishReport, report } from './support/report';
import { median } from './support/statistics';

const EXECUTABLE = `node_modules/@anthropic-ai/claude-agent-sdk-${process.platform}-${process.arch}/claude`;
if (!existsSync(EXECUTABLE)) throw new Error(`Claude Code is not installed here (${EXECUTABLE}).`);

const AUTH = { authorization: `Bearer ${ADMIN.apiKey}` };
const ROUNDS = 8;
const PLACES = 8;
const key = ADMIN.apiKey;

const model = await startChild('e2e/doubles/start-doubles.ts');
const app = await startApp({
  dataDir: mkdtempSync(join(tmpdir(), 'massgen-bench-')),
  env: {
    ...ADMIN_ENV,
    ANTHROPIC_API_KEY: 'a-key-of-the-double',
    ANTHROPIC_BASE_URL: model.origin,
    MASSGEN_TRUSTED_ORIGINS: model.origin,
    MASSGEN_CLAUDE_CODE_PROCESSES: String(PLACES),
  },
});

function coders(modelName: string, count = 1) {
  const agents = Array.from({ length: count }, () => ({ backend: { type: 'claude_code', model: modelName } }));
  return { name: 'Coders', agents };
}

/** One agent alone presents at once. */
const isToken = (event: RunEvent) => event.type === 'agent.delta' || event.type === 'final.delta';

/** ms until the model itself has sent its first token. */
async function firstTokenOfModel(): Promise<number> {
  const startedAt = performance.now();
  const reply = await fetch(`${model.origin}/v1/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-api-key': 'k' },
    body: JSON.stringify({
      model: 'rate-30x20',
      max_tokens: 100,
      stream: true,
      messages: [{ role: 'user', content: 'Go on.' }],
    }),
  });
  const reader = reply.body?.getReader();
  let text = '';
  while (reader && !text.includes('content_block_delta'))
    text += Buffer.from((await reader.read()).value ?? '').toString();
  const took = performance.now() - startedAt;
  await reader?.cancel();
  return took;
}

/** Asks one agent; ms until its first token has been read, then waits for the run's end. */
async function ask(conversationId: string | null): Promise<{ firstMs: number; conversationId: string }> {
  const startedAt = performance.now();
  const { run } = await sendJson(`${app.url}/api/v1/runs`, 'POST', AUTH, {
    input: 'Go on.',
    team: coders('rate-30x20'),
    ...(conversationId ? { conversationId } : {}),
  });
  let firstMs = Number.NaN;
  const { events } = await readEvents(app.url, run.id, {
    key,
    onEvent: (event) => {
      if (isToken(event) && Number.isNaN(firstMs)) firstMs = performance.now() - startedAt;
    },
  });
  assertEqual('finished runs', events.at(-1)?.type === 'run.finished' ? 1 : 0, 1);
  return { firstMs, conversationId: run.conversationId };
}

const own: number[] = [];
for (let round = 0; round < ROUNDS; round += 1) own.push(await firstTokenOfModel());
const limit = median(own);

await ask(null); // The code is warm before anything counts.
const cold: number[] = [];
const warm: number[] = [];
for (let round = 0; round < ROUNDS; round += 1) {
  const first = await ask(null);
  cold.push(first.firstMs);
  for (let turn = 0; turn < 3; turn += 1) warm.push((await ask(first.conversationId)).firstMs);
}
report({
  name: 'first token, cold, p50 (beyond the model)',
  value: median(cold) - limit,
  unit: 'ms',
  limit,
  target: 700,
});
report({
  name: 'first token, warm, p50 (beyond the model)',
  value: median(warm) - limit,
  unit: 'ms',
  limit,
  target: 60,
});

/** ms from sending the stop to the last token that a reader sees. */
async function stopOnce(): Promise<number> {
  const { run } = await sendJson(`${app.url}/api/v1/runs`, 'POST', AUTH, {
    input: 'Go on.',
    team: coders('rate-50x2000'),
  });
  let stoppedAt = 0;
  let lastToken = 0;
  let tokens = 0;
  const { events } = await readEvents(app.url, run.id, {
    key,
    onEvent: (event) => {
      if (!isToken(event)) return;
      lastToken = performance.now();
      tokens += 1;
      if (tokens !== 20) return;
      stoppedAt = performance.now();
      sendJson(`${app.url}/api/v1/runs/${run.id}/stop`, 'POST', AUTH, {}).catch((error) => console.error(error));
    },
  });
  assertEqual('stopped runs', events.at(-1)?.type === 'run.stopped' ? 1 : 0, 1);
  return Math.max(0, lastToken - stoppedAt);
}
const stops: number[] = [];
for (let round = 0; round < ROUNDS; round += 1) stops.push(await stopOnce());
report({ name: 'stop, to the last token', value: Math.max(...stops), unit: 'ms', target: 100 });

const startedAt = performance.now();
const { run } = await sendJson(`${app.url}/api/v1/runs`, 'POST', AUTH, {
  input: 'All at once.',
  team: coders('rate-30x60', PLACES + 1),
});
const { events } = await readEvents(app.url, run.id, { key });
const waited = new Set(events.flatMap((e) => (e.type === 'agent.state' && e.state === 'queued' ? [e.slot] : [])));
const acted = new Set(events.flatMap((e) => (e.type === 'agent.finished' && e.outcome === 'acted' ? [e.slot] : [])));
assertEqual('finished runs', events.at(-1)?.type === 'run.finished' ? 1 : 0, 1);
report({
  name: `${PLACES + 1} agents on ${PLACES} places: acted`,
  value: acted.size,
  unit: 'of 9',
  target: PLACES + 1,
  atLeast: true,
});
report({
  name: `${PLACES + 1} agents on ${PLACES} places: seen waiting`,
  value: waited.size,
  unit: 'agents',
  target: 1,
  atLeast: true,
});
report({
  name: `${PLACES + 1} agents on ${PLACES} places: whole run`,
  value: performance.now() - startedAt,
  unit: 'ms',
});

await app.stop();
await endChild(model.child);
finishReport();
