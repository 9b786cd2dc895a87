import { ADMIN } from './support/app-server';
import { expect, test } from './support/fixtures';
import { readEvents } from './support/read-events';
import { doubleTeam } from './support/teams';

test('an agent that has dropped out comes back into the run by “Ask again”', async ({ api, app, doubles, owner }) => {
  const run = await api.startRun('Who comes back?', doubleTeam(doubles, ['slow@2x90', 'fault-401-once', 'slow@2x90']));
  await owner.goto(`/c/${run.conversationId}`);
  const b = owner.getByRole('region', { name: 'Agent B' });
  await expect(b).toContainText('Dropped out after errors. The others continue without it.');
  await b.getByRole('button', { name: 'Ask again: B' }).click();
  await expect(b).toContainText('B.1');
  await expect(b.getByText(/Dropped out/)).toHaveCount(0);
  await api.send('POST', `/api/v1/runs/${run.id}/answer-now`, {});
  const { events } = await readEvents(app.url, run.id, { key: ADMIN.apiKey });
  expect(events.some((event) => event.type === 'answer.posted' && event.slot === 'B')).toBe(true);
  expect(events.at(-1)?.type).toBe('run.finished');
});

test('after the end “Ask again” of a dropped-out agent asks the question once more, beside the answer that it has', async ({
  api,
  app,
  doubles,
  owner,
}) => {
  const run = await api.startRun('Who is missing?', doubleTeam(doubles, ['team-a', 'fault-401']));
  await readEvents(app.url, run.id, { key: ADMIN.apiKey });
  await owner.goto(`/c/${run.conversationId}`);
  await owner.getByRole('button', { name: /How it was decided/ }).click();
  const b = owner.getByRole('region', { name: 'Agent B' });
  await expect(b).toContainText('The others continued without it.');
  await b.getByRole('button', { name: 'Ask again', exact: true }).click();
  await expect(owner.getByRole('status', { name: 'Branch 2 of 2' })).toBeVisible();
  await expect(owner.locator('[data-turn]')).toHaveCount(1);
});

test('a question that nobody could answer is asked again in one place', async ({ api, app, doubles, owner }) => {
  const run = await api.startRun('Who can answer?', doubleTeam(doubles, ['fault-401', 'fault-401']));
  await readEvents(app.url, run.id, { key: ADMIN.apiKey });
  await owner.goto(`/c/${run.conversationId}`);
  await expect(owner.getByText('The team could not answer.')).toBeVisible();
  await expect(owner.getByRole('button', { name: 'Ask another team' })).toBeVisible();
  await owner.getByRole('button', { name: 'Ask again', exact: true }).click();
  await expect(owner.getByRole('status', { name: 'Branch 2 of 2' })).toBeVisible();
});
