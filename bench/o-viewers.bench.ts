/**
 * (o) One run and several people: what 20 viewers of it cost the server beside one, and how long a word of steering and a word of presence take
 * to reach the other.
 */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ADMIN, ADMIN_ENV, startApp } from '../e2e/support/app-server';
import { endChild, startChild } from './support/child';
import { readStamps, type StreamResult, sendJson } from './support/load';
import { cpuMicros } from './support/process-usage';
import { assertEqual, finishReport, report } from './support/report';
import { percentile } from './support/statistics';

const RUNS = Number(process.env.BENCH_RUNS ?? 10);
const TOKENS = Number(process.env.BENCH_TOKENS ?? 300);
const WORDS = 30;
const VIEWERS = 20;
/** Something is broken when a word takes longer. */
const PATIENCE_MS = 20_000;
const AUTH = { authorization: `Bearer ${ADMIN.apiKey}` };

const model = await startChild('e2e/doubles/start-doubles.ts');
const app = await startApp({
  dataDir: mkdtempSync(join(tmpdir(), 'massgen-bench-')),
  env: {
    ...ADMIN_ENV,
    MASSGEN_TRUSTED_ORIGINS: model.origin,
    MASSGEN_MAX_RUNS_PER_USER: '100',
    MASSGEN_MAX_RUNS_PER_WORKSPACE: '100',
  },
});
const teamOf = (name: string) => ({
  name: 'One stream',
  agents: [{ backend: { type: 'openai_compatible', model: name, baseUrl: `${model.origin}/v1` } }],
});
const api = `${app.url}/api/v1`;

/**
 * CPU of the server for each token of the log, with so many viewers of each run, from when all of them are there: what it costs that
 * somebody comes is paid once and not for each event.
 */
async function cpuPerToken(viewers: number): Promise<number> {
  const team = teamOf(`rate-30x${TOKENS}t`);
  const readers = RUNS * viewers;
  let there = 0;
  let read = 0;
  let from: { cpu: number; read: number } | undefined;
  const all = Array.from({ length: RUNS }, async (): Promise<StreamResult[]> => {
    const { run } = await sendJson(`${api}/runs`, 'POST', AUTH, { input: 'Go on.', team });
    const open = () => {
      let tokens = 0;
      return readStamps(`${api}/runs/${run.id}/events?after=0`, { method: 'GET', headers: AUTH }, undefined, () => {
        read += 1;
        tokens += 1;
        if (tokens === 1) there += 1;
        if (there === readers) from ??= { cpu: cpuMicros(app.pid), read };
      });
    };
    return Promise.all(Array.from({ length: viewers }, open));
  });
  const streams = (await Promise.all(all)).flat();
  for (const { latencies } of streams) assertEqual('tokens read by a viewer', latencies.length, TOKENS);
  if (!from || read - from.read < (readers * TOKENS) / 2) throw new Error('The viewers came too late to measure.');
  return (cpuMicros(app.pid) - from.cpu) / ((read - from.read) / viewers);
}

// The code is warm before anything counts.
await cpuPerToken(VIEWERS);
const rounds = [1, 2, 3];
const one: number[] = [];
const many: number[] = [];
for (const _ of rounds) {
  one.push(await cpuPerToken(1));
  many.push(await cpuPerToken(VIEWERS));
}
const [least, most] = [percentile(one, 0.5), percentile(many, 0.5)];
report({ name: 'CPU per token of the log, one viewer', value: least, unit: 'µs' });
report({ name: `CPU per token of the log, ${VIEWERS} viewers`, value: most, unit: 'µs' });
report({ name: `${VIEWERS} viewers beside one`, value: most / least, unit: '×', target: 1.3 });

/** Tells when a stream brings a text for the first time. */
async function hearOf(url: string) {
  const response = await fetch(url, { headers: AUTH });
  if (!response.ok || !response.body) throw new Error(`${url} answered ${response.status}.`);
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  let onText = () => {};
  void (async () => {
    for (;;) {
      const { value, done } = await reader.read();
      if (done) return;
      text += value;
      onText();
    }
  })();
  const until = (words: string) =>
    new Promise<number>((resolve, reject) => {
      setTimeout(() => reject(new Error(`“${words}” did not come.`)), PATIENCE_MS).unref();
      onText = () => text.includes(words) && resolve(performance.now());
      onText();
    });
  return { until, text: () => text, close: () => reader.cancel() };
}

const { run } = await sendJson(`${api}/runs`, 'POST', AUTH, { input: 'Go on.', team: teamOf('rate-10x6000') });
const other = await hearOf(`${api}/runs/${run.id}/events?after=0`);
await other.until('.delta"');
const steering: number[] = [];
for (let index = 0; index < WORDS; index += 1) {
  const text = `word ${index} of ${WORDS}.`;
  const from = performance.now();
  const heard = other.until(text);
  await sendJson(`${api}/runs/${run.id}/steer`, 'POST', AUTH, { text });
  steering.push((await heard) - from);
}
report({ name: 'steering, until the other sees it, p95', value: percentile(steering, 0.95), unit: 'ms', target: 200 });
await other.close();
// It may have come to its end by itself.
await fetch(`${api}/runs/${run.id}/stop`, { method: 'POST', headers: AUTH });

// Of oneself nobody is told: a second person looks.
const place = `${api}/conversations/${run.conversationId}`;
const { workspace } = await sendJson(`${api}/workspaces`, 'POST', AUTH, { name: 'Ours' });
const person = { email: 'ada@example.test', name: 'Ada', password: ADMIN.password };
const { user } = await sendJson(`${api}/users`, 'POST', AUTH, person);
const { key } = await sendJson(`${api}/api-keys`, 'POST', AUTH, { name: 'Ada', userId: user.id });
const hers = { authorization: `Bearer ${key}` };
const { invite } = await sendJson(`${api}/workspaces/${workspace.id}/invites`, 'POST', AUTH, { role: 'member' });
await sendJson(`${api}/invites/${invite.url.split('/').at(-1)}/accept`, 'POST', hers, {});
await sendJson(place, 'PATCH', AUTH, { workspaceId: workspace.id });
await sendJson(place, 'PATCH', AUTH, { visibility: 'workspace' });
const streamOf = async (headers: Record<string, string>) => {
  const response = await fetch(`${api}/conversations/events`, { headers });
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  const first = (await reader?.read())?.value ?? '';
  return { id: /"streamId":"([^"]+)"/.exec(first)?.[1] ?? '', reader };
};
const [mine, adas] = [await streamOf(AUTH), await streamOf(hers)];
const say = (headers: Record<string, string>, stream: string, state: string) =>
  sendJson(`${place}/presence`, 'POST', headers, { stream, state });
await say(AUTH, mine.id, 'here');
const presence: number[] = [];
for (let index = 0; index < WORDS; index += 1) {
  const state = index % 2 === 0 ? 'here' : 'writing';
  const wanted = `"writing":${state === 'writing'}`;
  const from = performance.now();
  const saying = say(hers, adas.id, state);
  for (let text = ''; !text.includes(wanted); ) {
    const piece = await mine.reader?.read();
    if (!piece || piece.done) throw new Error('The stream of the other has ended.');
    text += piece.value;
  }
  presence.push(performance.now() - from);
  await saying;
}
report({ name: 'presence, until the other is told, p95', value: percentile(presence, 0.95), unit: 'ms', target: 200 });
await mine.reader?.cancel();
await adas.reader?.cancel();

await app.stop();
await endChild(model.child);
finishReport();
