import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RunEvent } from '../lib/protocol/event';
import { Api } from './support/api';
import { ADMIN, ADMIN_ENV, type AppServer, startApp } from './support/app-server';
import { test as base, expect } from './support/fixtures';
import { PROVIDERS, providerSettings } from './support/providers';
import { type ReadEvents, readEvents } from './support/read-events';

const LETTERS = [...'abcdefghijklmnopqrstuvwxyz'];

/** An app whose environment names a key and an address for each provider. */
const test = base.extend<object, { providers: AppServer }>({
  providers: [
    async ({ doubles }, use) => {
      const dataDir = mkdtempSync(join(tmpdir(), 'massgen-mixed-'));
      const providers = await startApp({ dataDir, env: { ...ADMIN_ENV, ...providerSettings(doubles) } });
      await use(providers);
      await providers.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
    { scope: 'worker', timeout: 120_000 },
  ],
});

/** The model names of a run are its own, so that one can be killed for this run alone. A victim writes for 3 s. */
function mixedTeam(run: string, victim?: string) {
  return {
    name: 'One of each',
    agents: PROVIDERS.map((type, index) => ({
      backend: { type, model: `team-${LETTERS[index]}-${run}-${type}${type === victim ? '@20x60' : ''}` },
    })),
    limits: { turnSeconds: 200, callSeconds: 60, idleSeconds: 30 },
  };
}

const slotOf = (type: string) => LETTERS[PROVIDERS.indexOf(type)]?.toUpperCase();
const slots = PROVIDERS.map(slotOf);

// Claude Code's processes need their time on a busy machine.
test.slow();

test('one agent of each backend: all publish and vote, one presents', async ({ doubles, providers }) => {
  const api = new Api(providers.url);
  const run = await api.startRun('What is the best plan for one of each?', mixedTeam('all'));
  const read = await readEvents(providers.url, run.id, { key: ADMIN.apiKey });
  expect(read.ended).toBe(true);
  expect(slotsWith(read, 'answer.posted')).toEqual(slots);
  expect(slotsWith(read, 'vote.cast')).toEqual(slots);
  expect(slotsWith(read, 'agent.failed')).toEqual([]);
  expect(slotsWith(read, 'usage')).toEqual(slots);
  expect(slotsWith(read, 'agent.delta')).toEqual(slots);
  expect(read.events.at(-1)).toMatchObject({ type: 'run.finished', presented: true });

  const sent = doubles.journal.items().filter(({ body }) => JSON.stringify(body)?.includes('one of each'));
  expect(new Set(sent.map(({ path }) => path.replace(/\/models\/.*:/, ':')))).toEqual(
    new Set([
      '/v1/responses',
      '/v1/messages',
      '/v1beta:streamGenerateContent',
      '/v1/chat/completions',
      '/api/paas/v4/chat/completions',
    ]),
  );
  const keys = sent.map(
    ({ headers }) => headers['x-goog-api-key'] ?? headers['x-api-key'] ?? headers.authorization?.replace('Bearer ', ''),
  );
  expect(new Set(keys)).toEqual(new Set(['k-openai', 'k-anthropic', 'k-gemini', 'k-xai', 'k-zai', undefined]));
});

test('whichever backend dies in mid-run, the others give a proper result', async ({ doubles, providers }) => {
  const api = new Api(providers.url);
  await Promise.all(
    PROVIDERS.map(async (type) => {
      const team = mixedTeam(`without-${type}`, type);
      const victim = team.agents[PROVIDERS.indexOf(type)]?.backend.model ?? '';
      const run = await api.startRun(`What is the best plan without ${type}?`, team);
      const read = await readEvents(providers.url, run.id, {
        key: ADMIN.apiKey,
        onEvent: (event) => {
          if (event.type === 'agent.delta' && event.slot === slotOf(type)) doubles.kill(victim);
        },
      });
      const others = slots.filter((slot) => slot !== slotOf(type));
      expect(read.ended, type).toBe(true);
      expect(slotsWith(read, 'agent.quarantined'), type).toEqual([slotOf(type)]);
      expect(slotsWith(read, 'vote.cast'), type).toEqual(expect.arrayContaining(others));
      expect(read.events.at(-1), type).toMatchObject({ type: 'run.finished', presented: true });
      expect(failuresOf(read), type).toMatch(/cut|connection|stream/i);
    }),
  );
});

function slotsWith({ events }: ReadEvents, type: RunEvent['type']): (string | undefined)[] {
  const found = events.flatMap((event) => (event.type === type && 'slot' in event ? [event.slot] : []));
  return [...new Set(found)].sort();
}

function failuresOf({ events }: ReadEvents): string {
  return events.flatMap((event) => (event.type === 'agent.failed' ? [event.error.message] : [])).join('\n');
}
