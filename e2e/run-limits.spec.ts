import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Api } from './support/api';
import { ADMIN, ADMIN_ENV, startApp } from './support/app-server';
import { expect, test } from './support/fixtures';
import { readEvents } from './support/read-events';
import { doubleTeam } from './support/teams';
import { waitFor } from './support/wait-for';

const key = ADMIN.apiKey;

test('one run at a time: further ones wait, too many are refused, waiting ones start by themselves', async ({
  doubles,
}) => {
  const dataDir = mkdtempSync(join(tmpdir(), 'massgen-limits-'));
  const app = await startApp({
    dataDir,
    env: {
      ...ADMIN_ENV,
      MASSGEN_TRUSTED_ORIGINS: doubles.origin,
      MASSGEN_MAX_RUNS_PER_USER: '1',
      MASSGEN_MAX_QUEUED_PER_USER: '2',
    },
  });
  const api = new Api(app.url);
  const status = async (id: string) => (await api.send('GET', `/api/v1/runs/${id}`)).body.run.status;
  const slow = doubleTeam(doubles, ['slow', 'slow']);

  const first = await api.startRun('The first.', slow);
  await readEvents(app.url, first.id, { key, until: (event) => event.type === 'agent.delta' });
  const second = await api.startRun('The second.', doubleTeam(doubles, ['team-a']));
  const third = await api.startRun('The third.', slow);
  expect([await status(second.id), await status(third.id)]).toEqual(['queued', 'queued']);
  const refused = await api.send('POST', '/api/v1/runs', { input: 'One too many.', team: slow });
  expect([refused.status, refused.body.error.code]).toEqual([429, 'rate_limited']);
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
  expect((await api.send('GET', '/api/v1/conversations?q=too%20many')).body.items).toEqual([]);

  // A waiting run can only be stopped, and then it never starts.
  expect((await api.send('POST', `/api/v1/runs/${third.id}/steer`, { text: 'Now.' })).status).toBe(409);
  expect((await api.send('POST', `/api/v1/runs/${third.id}/stop`, {})).status).toBe(202);
  const stopped = await readEvents(app.url, third.id, { key });
  expect([stopped.ended, stopped.events.at(-1)?.type]).toEqual([true, 'run.stopped']);
  expect(stopped.events.some((event) => event.type === 'agent.started')).toBe(false);

  expect(await status(second.id)).toBe('queued');
  await api.send('POST', `/api/v1/runs/${first.id}/stop`, {});
  const after = await readEvents(app.url, second.id, { key });
  expect(after.events.at(-1)?.type).toBe('run.finished');
  await waitFor('the run to be over', 5000, async () => ((await status(second.id)) === 'finished' ? true : undefined));
  await app.stop();
  rmSync(dataDir, { recursive: true, force: true });
});
