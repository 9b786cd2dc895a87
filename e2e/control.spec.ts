import { ADMIN } from './support/app-server';
import { expect, test } from './support/fixtures';
import { readEvents } from './support/read-events';
import { doubleTeam } from './support/teams';

const key = ADMIN.apiKey;

test('stop from the page: the run ends at once and keeps what was published', async ({ api, app, doubles, owner }) => {
  const run = await api.startRun('Think for long.', doubleTeam(doubles, ['team-a', 'slow', 'slow']));
  await owner.goto(`/c/${run.conversationId}`);
  await expect(owner.getByRole('region', { name: 'Agent A' })).toContainText('A.1');
  await owner.getByRole('button', { name: 'Stop', exact: true }).click();
  const { events, ended } = await readEvents(app.url, run.id, { key });
  expect(ended).toBe(true);
  expect(events.at(-1)?.type).toBe('run.stopped');
  expect((await api.send('GET', `/api/v1/runs/${run.id}`)).body.run.answers).not.toHaveLength(0);
  await expect(owner.getByText(/stopped/i).first()).toBeVisible();
});

test('control after the end is 409, but for a choice, which the message keeps; nothing is appended', async ({
  api,
  app,
  doubles,
}) => {
  const run = await api.startRun('Short.', doubleTeam(doubles, ['team-a']));
  const before = await readEvents(app.url, run.id, { key });
  for (const [path, body] of [
    ['stop', {}],
    ['answer-now', {}],
    ['steer', { text: 'More.' }],
  ] as const) {
    expect((await api.send('POST', `/api/v1/runs/${run.id}/${path}`, body)).status, path).toBe(409);
  }
  expect((await api.send('POST', `/api/v1/runs/${run.id}/choose`, { answerId: 'Z.9' })).status).toBe(422);
  const { status, body } = await api.send('POST', `/api/v1/runs/${run.id}/choose`, { answerId: 'A.1' });
  expect(status).toBe(200);
  expect(body.chosen).toMatchObject({ answerId: 'A.1', by: { userId: expect.any(String) } });
  const { body: read } = await api.send('GET', `/api/v1/conversations/${run.conversationId}`);
  expect(read.conversation.messages.at(-1).chosen).toEqual(body.chosen);
  expect((await readEvents(app.url, run.id, { key })).lines.size).toBe(before.lines.size);
});

test('steer during a tool-less call: the next model request contains it', async ({ api, app, doubles }) => {
  doubles.journal.clear();
  const run = await api.startRun('Write a long text.', doubleTeam(doubles, ['slow']));
  await readEvents(app.url, run.id, { key, until: (event) => event.type === 'final.delta' });
  const text = 'Mention the lighthouse keeper.';
  expect((await api.send('POST', `/api/v1/runs/${run.id}/steer`, { text })).status).toBeLessThan(300);
  await readEvents(app.url, run.id, { key });
  const requests = doubles.journal.items().filter((entry) => entry.path.endsWith('/chat/completions'));
  expect(requests.length).toBeGreaterThan(1);
  expect(JSON.stringify(requests[0]!.body)).not.toContain(text);
  expect(JSON.stringify(requests[1]!.body)).toContain(text);
});

test('answer now and choose lead to a final answer', async ({ api, app, doubles }) => {
  const hurried = await api.startRun('Decide.', doubleTeam(doubles, ['team-a', 'slow', 'slow']));
  await readEvents(app.url, hurried.id, { key, until: (event) => event.type === 'answer.posted' });
  await api.send('POST', `/api/v1/runs/${hurried.id}/answer-now`, {});
  expect((await readEvents(app.url, hurried.id, { key })).events.at(-1)?.type).toBe('run.finished');

  const chosen = await api.startRun('Decide.', doubleTeam(doubles, ['team-a', 'slow', 'slow']));
  await readEvents(app.url, chosen.id, { key, until: (event) => event.type === 'answer.posted' });
  expect((await api.send('POST', `/api/v1/runs/${chosen.id}/choose`, { answerId: 'C.9' })).status).toBe(422);
  await api.send('POST', `/api/v1/runs/${chosen.id}/choose`, { answerId: 'A.1' });
  const { events } = await readEvents(app.url, chosen.id, { key });
  expect(events.find((event) => event.type === 'winner.chosen')).toMatchObject({ rule: 'human', answerId: 'A.1' });
  expect(events.at(-1)).toMatchObject({ type: 'run.finished', answerId: 'A.1' });
});

test('a person steers from the page while the team works', async ({ api, app, doubles, owner }) => {
  const run = await api.startRun('Think for long.', doubleTeam(doubles, ['slow', 'slow', 'slow']));
  await owner.goto(`/c/${run.conversationId}`);
  await expect(owner.getByRole('region', { name: 'Agent A' })).toBeVisible();
  await owner.getByRole('textbox', { name: 'Message' }).fill('Use metric units.');
  await owner.keyboard.press('ControlOrMeta+Enter');
  const { events } = await readEvents(app.url, run.id, { key, until: (event) => event.type === 'steer.received' });
  expect(events.at(-1)).toMatchObject({ type: 'steer.received', text: 'Use metric units.' });
  await api.send('POST', `/api/v1/runs/${run.id}/stop`, {});
});
