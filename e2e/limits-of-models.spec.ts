import { ADMIN } from './support/app-server';
import { expect, test } from './support/fixtures';
import { readEvents } from './support/read-events';
import { doubleTeam } from './support/teams';

const key = ADMIN.apiKey;

test('an answer that the model could not end says so below it, with what can be done', async ({
  api,
  app,
  doubles,
  owner,
}) => {
  const run = await api.startRun('Tell it all.', doubleTeam(doubles, ['fault-length']));
  await readEvents(app.url, run.id, { key });
  await owner.goto(`/c/${run.conversationId}`);
  const final = owner.getByRole('region', { name: 'Final answer' });
  await expect(final).toContainText('final24');
  await expect(final).toContainText('This answer was cut off.');
});

test('a long conversation fits a small model, and the agent says what it got in short', async ({
  api,
  app,
  doubles,
  owner,
}) => {
  const team = doubleTeam(doubles, ['rate-0x200', 'rate-0x200']);
  const small = {
    ...team,
    agents: team.agents.map(({ backend }) => ({ backend: { ...backend, contextWindow: 4_096 } })),
  };
  const long = (turn: number) => `Turn ${turn}. ${'The warehouse holds forty crates of lamp oil. '.repeat(60)}`;
  let run = await api.startRun(long(1), small);
  for (let turn = 2; turn <= 5; turn++) {
    await readEvents(app.url, run.id, { key });
    const body = { input: long(turn), team: small };
    run = (await api.send('POST', `/api/v1/conversations/${run.conversationId}/runs`, body)).body.run;
  }
  await readEvents(app.url, run.id, { key });
  await owner.goto(`/c/${run.conversationId}`);
  await owner
    .getByRole('button', { name: /How it was decided/ })
    .last()
    .click();
  const card = owner.getByRole('region', { name: 'Agent A' }).last();
  await expect(card).toContainText('4,096');
});
