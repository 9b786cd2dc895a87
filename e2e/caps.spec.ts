/** Two server processes on one Postgres, each with runs of one workspace: what they spend together meets its cap. */
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { Api } from './support/api';
import { ADMIN, ADMIN_ENV, startApp } from './support/app-server';
import { expect, signIn, test } from './support/fixtures';
import { freshDatabase } from './support/fresh-database';
import { ofType } from './support/of-type';
import { readEvents } from './support/read-events';
import { doubleTeam } from './support/teams';

const key = ADMIN.apiKey;
const POLICY = {
  ...{ quotas: {}, backends: null, mcp: { servers: 'any', tools: 'allow' }, sharing: 'anyone', retentionDays: null },
  memberCostUsdPerMonth: null,
};
/** A dollar a token, so that few requests reach a cap. */
const DEAR = '1000000';

test('what runs of two processes spend together ends them all at the cap, with the best answer so far', async ({
  browser,
  doubles,
  postgres,
}) => {
  const database = await freshDatabase(postgres ?? '');
  const dataDirs = [0, 1].map(() => mkdtempSync(join(tmpdir(), 'massgen-caps-')));
  const env = {
    ...ADMIN_ENV,
    DATABASE_URL: database.url,
    MASSGEN_SECRET: randomBytes(32).toString('hex'),
    MASSGEN_TRUSTED_ORIGINS: doubles.origin,
    MASSGEN_UNPRICED_USD_PER_MILLION_TOKENS: DEAR,
  };
  const first = await startApp({ dataDir: dataDirs[0] ?? '', env });
  const second = await startApp({ dataDir: dataDirs[1] ?? '', env });
  const servers = [first, second] as const;
  const api = new Api(first.url);
  const { workspace } = (await api.send('POST', '/api/v1/workspaces', { name: 'Two processes' })).body;
  const place = `/api/v1/workspaces/${workspace.id}`;
  const cap = async (usd: number) =>
    expect((await api.send('PUT', `${place}/policy`, { ...POLICY, workspaceCostUsdPerMonth: usd })).status).toBe(200);
  await cap(1_000_000);

  // One answer is there soon, the other agent writes for minutes.
  const team = doubleTeam(doubles, ['team-a', 'rate-10x6000']);
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  const owners = async () =>
    (await client.query(`select distinct owner from run where status = 'running'`)).rows.length;
  const runs: { id: string; at: string }[] = [];
  while (runs.length < 2 || (runs.length < 5 && (await owners()) < 2)) {
    const { url } = servers[runs.length % 2] ?? first;
    const input = { input: 'Which lighthouse is the oldest?', team, workspaceId: workspace.id };
    const { run } = (await new Api(url).send('POST', '/api/v1/runs', input)).body;
    await readEvents(url, run.id, { key, until: ({ type }) => type === 'usage' });
    runs.push({ id: run.id, at: url });
  }
  expect(await owners(), 'processes that drive a run').toBe(2);
  const sums = async () => {
    const { rows } = await client.query(
      'select sum(unpriced_tokens)::int as all, max(unpriced_tokens)::int as most, count(*)::int as n from live_spending',
    );
    return rows[0] as { all: number; most: number; n: number };
  };
  await expect.poll(async () => (await sums()).n).toBe(runs.length);
  const { all, most } = await sums();
  expect(all).toBeGreaterThan(most);

  // Above 80 % it warns, and nothing ends.
  await cap(all * 1.1);
  const page = await (await browser.newContext({ baseURL: second.url })).newPage();
  await signIn(page);
  await page.goto(`/settings/workspaces/${workspace.id}`);
  await expect(page.getByText('More than 80 % of the cap is used.')).toBeVisible();
  const statuses = async () =>
    Promise.all(runs.map(async ({ id }) => (await api.send('GET', `/api/v1/runs/${id}`)).body.run.status));
  expect(await statuses()).toEqual(runs.map(() => 'running'));

  // Each alone is under it, together they are over it.
  await cap(all - 1);
  const began = Date.now();
  for (const { id, at } of runs) {
    const { events, ended } = await readEvents(at, id, { key });
    expect(ended).toBe(true);
    expect(ofType(events, 'bound.hit').map(({ bound }) => bound)).toContain('maxCostUsd');
    const last = events.at(-1);
    expect(last?.type).toBe('run.finished');
    expect(last).toMatchObject({ presented: false, answerId: expect.stringMatching(/^A\./) });
  }
  expect(Date.now() - began).toBeLessThan(10_000);
  const refused = await new Api(second.url).send('POST', '/api/v1/runs', {
    input: 'More?',
    team,
    workspaceId: workspace.id,
  });
  expect([refused.status, refused.body.error.code]).toEqual([402, 'cost_cap']);
  await expect.poll(async () => (await sums()).n).toBe(0);

  await page.reload();
  await expect(page.getByText(/^The cap is reached:/)).toBeVisible();
  await page.context().close();
  await client.end();
  for (const { stop } of servers) await stop();
  await database.drop();
  for (const dataDir of dataDirs) rmSync(dataDir, { recursive: true, force: true });
});
