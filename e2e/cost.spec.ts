import { ADMIN } from './support/app-server';
import { expect, test } from './support/fixtures';
import { ofType } from './support/of-type';
import { readEvents } from './support/read-events';
import { doubleTeam } from './support/teams';

test('the Cost tab has the figures of every agent and phase, live and after a reload, and a chart for the keyboard', async ({
  api,
  app,
  doubles,
  owner,
}) => {
  const run = await api.startRun('Compare the plans.', doubleTeam(doubles, ['team-a', 'team-b']));
  await owner.goto(`/c/${run.conversationId}`);
  const { events } = await readEvents(app.url, run.id, { key: ADMIN.apiKey });
  await owner.reload();
  await owner.getByRole('button', { name: /How it was decided/ }).click();
  await owner.getByRole('tab', { name: 'Cost' }).click();
  const table = owner.getByRole('table', { name: /Tokens and cost/ });
  await expect(table.getByRole('cell', { name: 'Presenting' })).toBeVisible();
  const sum = (of: 'inputTokens' | 'outputTokens') =>
    new Intl.NumberFormat('en').format(ofType(events, 'usage').reduce((total, event) => total + event[of], 0));
  const total = table.getByRole('row').filter({ hasText: 'Run' }).last();
  await expect(total).toContainText(sum('inputTokens'));
  await expect(total).toContainText(sum('outputTokens'));
  // The doubles' models have no list price: said so, not shown as 0.
  await expect(total).toContainText('unknown');
  await expect(owner.getByText(/The price of team-a and team-b is not known/)).toBeVisible();

  const chart = owner.getByRole('region', { name: 'Time' });
  const first = chart.getByRole('button', { name: /^A: Coordinating/ }).first();
  await first.focus();
  await expect(chart.getByRole('status')).toContainText('A, coordinating');
  await owner.keyboard.press('ArrowRight');
  await expect(first).not.toBeFocused();
  await owner.keyboard.press('ArrowDown');
  await expect(chart.getByRole('status')).toContainText(/^B, /);

  await owner.setViewportSize({ width: 390, height: 844 });
  await expect(first).toBeVisible();
  expect(
    await owner.evaluate(() => document.documentElement.scrollWidth > window.innerWidth),
    'the phone page scrolls sideways',
  ).toBe(false);
});

test('a token limit ends the requests in mid-stream and the run says so', async ({ api, app, doubles, owner }) => {
  // The second agent would write for 200 s.
  const team = doubleTeam(doubles, ['team-a', 'rate-50x10000'], { limits: { maxTokens: 1500 } });
  const run = await api.startRun('Compare the plans within limits.', team);
  await owner.goto(`/c/${run.conversationId}`);
  await expect(owner.getByText('Token limit reached')).toBeVisible({ timeout: 60_000 });
  const { events } = await readEvents(app.url, run.id, { key: ADMIN.apiKey });
  expect(ofType(events, 'bound.hit').map(({ bound }) => bound)).toEqual(['maxTokens']);
  expect(events.at(-1)).toMatchObject({ type: 'run.finished', answerId: 'A.1', presented: false });
  expect(ofType(events, 'usage').filter(({ slot }) => slot === 'B')).toMatchObject([
    { estimated: true, costUsd: null },
  ]);
  await owner.reload();
  await expect(owner.getByText('Token limit reached')).toBeVisible();
  const { body } = await api.send('GET', '/api/v1/usage?by=conversation');
  const used = body.items.find((item: { conversationId: string }) => item.conversationId === run.conversationId);
  const figures = await api.send('GET', `/api/v1/runs/${run.id}`);
  expect(used).toMatchObject({ runs: 1, inputTokens: figures.body.run.usage.inputTokens, costUsd: null });
  expect(used.unpricedTokens).toBe(used.inputTokens + used.outputTokens);
});
