import { ADMIN } from './support/app-server';
import { chooseTeam } from './support/choose-team';
import { expect, test } from './support/fixtures';
import { readEvents } from './support/read-events';
import { doubleTeam } from './support/teams';

const key = ADMIN.apiKey;
const QUESTION = 'How much does the house use in a year?';
const MODELS = ['concludes-9,720_kWh', 'concludes-9,270_kWh', 'concludes-8,000_kWh'];
const BY_EVIDENCE = { coordination: { decision: 'evidence', maxNewAnswersPerAgent: 1 } };

test('checks of a question decide among answers that differ; marks and reasons stand at each of them', async ({
  api,
  app,
  doubles,
  owner,
}) => {
  const checks = [
    { kind: 'number', value: 9270, unit: 'kWh', name: 'the meter', decisive: true },
    { kind: 'predicate', code: '() => { for (;;); }', name: 'endless' },
    { kind: 'critic', rubric: 'It names a unit.', name: 'unit' },
  ];
  // One after another, so that each is checked before the next is asked.
  const team = doubleTeam(doubles, MODELS, { coordination: { ...BY_EVIDENCE.coordination, depth: 'auto' } });
  const { status, body } = await api.send('POST', '/api/v1/runs', { input: QUESTION, team, checks });
  expect(status).toBe(202);
  await readEvents(app.url, body.run.id, { key });
  const { body: read } = await api.send('GET', `/api/v1/runs/${body.run.id}`);
  expect(read.run.winner).toBe('B.1');
  expect(read.run.decision.decidedBy).toBe('evidence');
  expect(read.run.decision.checks).toContainEqual({
    answerId: 'A.1',
    check: 'the meter',
    outcome: 'fail',
    because: '9720 is not 9270 kWh.',
  });
  for (const { check, outcome } of read.run.decision.checks) if (check === 'endless') expect(outcome).toBe('none');

  await owner.goto(`/c/${body.run.conversationId}`);
  await owner.getByRole('button', { name: /How it was decided/ }).click();
  await owner.getByRole('tab', { name: 'Decision', exact: true }).click();
  const conclusions = owner.getByRole('list', { name: 'What the answers conclude' }).getByRole('listitem');
  await expect(conclusions.filter({ hasText: 'B.1' }).first()).toContainText('the meter: passed');
  const failed = conclusions.getByRole('listitem').filter({ hasText: 'the meter: failed' }).first();
  await expect(failed).toContainText('9720 is not 9270 kWh.');
  await owner.getByRole('tab', { name: 'Cost', exact: true }).click();
  await expect(owner.getByRole('tabpanel')).toContainText('Checking');
});

test('“The answer must …” goes with one message, and is offered where answers are checked', async ({
  api,
  app,
  doubles,
  owner,
}) => {
  for (const [name, coordination] of [
    ['Checked', BY_EVIDENCE.coordination],
    ['Voting', {}],
  ] as const)
    await api.send('POST', '/api/v1/teams', { team: { ...doubleTeam(doubles, MODELS), name, coordination } });
  await owner.goto('/');
  await chooseTeam(owner, 'Voting');
  await expect(owner.getByRole('button', { name: 'Say what the answer must meet' })).toHaveCount(0);
  await chooseTeam(owner, 'Checked');
  await owner.getByRole('button', { name: 'Say what the answer must meet' }).click();
  const form = owner.getByRole('region', { name: 'The answer must …' });
  await form.getByLabel('Regular expression').fill('(');
  await owner.getByRole('textbox', { name: 'Message' }).fill(QUESTION);
  await owner.getByRole('button', { name: 'Send' }).click();
  await expect(form.getByText(/This is not a valid pattern/)).toBeVisible();
  await form.getByLabel('Regular expression').fill('9,270');
  await form.getByLabel('Decides alone').check();
  await owner.getByRole('button', { name: 'Send' }).click();
  await expect(owner).toHaveURL(/\/c\//);
  const { body } = await api.send('GET', `/api/v1/conversations/${owner.url().split('/c/')[1]}`);
  const runId = body.conversation.messages.find(({ runId }: { runId?: string }) => runId).runId;
  await readEvents(app.url, runId, { key });
  const { body: read } = await api.send('GET', `/api/v1/runs/${runId}`);
  expect(read.run.winner).toBe('B.1');
  await expect(owner.getByRole('region', { name: 'The answer must …' })).toHaveCount(0);
});

test('the team editor takes checks, says what they cost, and shows a fault at its field', async ({ api, owner }) => {
  await owner.goto('/teams/new');
  await owner.getByLabel('Team name').fill('Proved');
  const checks = owner.getByRole('region', { name: 'Checks' });
  await expect(checks).toContainText('this costs no calls');
  await checks.getByRole('button', { name: 'Add a check' }).click();
  await checks.getByLabel('Regular expression').fill('(');
  await expect(checks.getByText(/This is not a valid pattern/)).toBeVisible();
  await checks.getByRole('combobox', { name: 'What check 1 looks at' }).selectOption('critic');
  await checks.getByLabel('What it has to meet').fill('It names a source.');
  await expect(checks).toContainText('about 3 calls more for 3 agents');
  await owner.getByRole('button', { name: 'Save team' }).click();
  await expect(owner).toHaveURL(/\/teams$/);
  const { body } = await api.send('GET', '/api/v1/teams');
  const stored = body.items.find(({ name }: { name: string }) => name === 'Proved');
  expect(stored.coordination.checks).toEqual([{ kind: 'critic', rubric: 'It names a source.' }]);
});

test('what was right is learned: a person chooses after the end, and the page of the agents shows it', async ({
  api,
  app,
  doubles,
  owner,
}) => {
  const team = doubleTeam(doubles, MODELS, BY_EVIDENCE);
  const run = await api.startRun(QUESTION, team);
  await readEvents(app.url, run.id, { key });
  const { body: before } = await api.send('GET', `/api/v1/runs/${run.id}`);
  const other = before.run.winner === 'C.1' ? 'B.1' : 'C.1';
  await owner.goto(`/c/${run.conversationId}`);
  const question = owner.getByRole('region', { name: 'Was this right?' });
  await question.getByRole('button', { name: 'Another answer was' }).click();
  await owner.getByRole('menuitem', { name: `${other} was right` }).click();
  await expect(owner.getByRole('region', { name: 'Chosen answer' })).toContainText('kWh');
  await owner.reload();
  const chosen = owner.getByRole('region', { name: 'Chosen answer' });
  await expect(chosen).toContainText(`A person chose ${other}.`);
  await expect(owner.getByRole('region', { name: 'Final answer' })).toHaveCount(0);
  await expect(owner.getByRole('region', { name: 'Agreement and disagreement' })).toHaveCount(0);
  await chosen.getByRole('button', { name: 'Show the team’s answer' }).click();
  await expect(owner.getByRole('region', { name: 'Final answer' })).toBeVisible();

  const again = await api.startRun(QUESTION, team);
  await readEvents(app.url, again.id, { key });
  await api.send('POST', `/api/v1/runs/${again.id}/choose`, { answerId: other });
  await owner.goto('/settings/reliability');
  const table = owner.getByRole('table', { name: 'How often models were right' });
  const row = table.getByRole('row').filter({ hasText: other === 'C.1' ? 'concludes-8' : 'concludes-9,270' });
  await expect(row.first()).toContainText('%');
  await owner.getByRole('switch', { name: /Learn from runs/ }).click();
  await expect(owner.getByText('Runs are no longer learned from.')).toBeVisible();
  await owner.getByRole('button', { name: 'Forget everything' }).click();
  await owner.getByRole('dialog').getByRole('button', { name: 'Forget everything' }).click();
  await expect(owner.getByText('Nothing is known yet.')).toBeVisible();
});

test('a tool of a server checks the answer to a message', async ({ api, app, doubles, owner }) => {
  const transport = { type: 'http', url: `${doubles.origin}/mcp` };
  const made = await api.send('POST', '/api/v1/mcp/servers', { name: 'Proof', transport, approveTools: true });
  expect(made.status).toBe(201);
  const checks = [
    { kind: 'mcp', server: 'Proof', tool: 'write_note', arguments: { message: '$answer' }, name: 'writes' },
  ];
  const coordination = { ...BY_EVIDENCE.coordination, checks };
  const stored = await api.send('POST', '/api/v1/teams', {
    team: { ...doubleTeam(doubles, MODELS), name: 'Read by a tool', coordination },
  });
  await owner.goto('/');
  await chooseTeam(owner, 'Read by a tool');
  await owner.getByRole('button', { name: 'Say what the answer must meet' }).click();
  const form = owner.getByRole('region', { name: 'The answer must …' });
  await form.getByLabel('What check 1 looks at').selectOption('mcp');
  await form.getByLabel('Server').selectOption('Proof');
  await form.getByLabel('Tool', { exact: true }).fill('echo');
  await form.getByLabel(/^Arguments/).fill('{"message": "$answer"}');
  await owner.getByRole('textbox', { name: 'Message' }).fill(QUESTION);
  await owner.getByRole('button', { name: 'Send' }).click();
  await expect(owner).toHaveURL(/\/c\//);
  const { body } = await api.send('GET', `/api/v1/conversations/${owner.url().split('/c/')[1]}`);
  const runId = body.conversation.messages.find(({ runId }: { runId?: string }) => runId).runId;
  await readEvents(app.url, runId, { key });
  const { body: read } = await api.send('GET', `/api/v1/runs/${runId}`);
  const found = read.run.decision.checks as { check: string; outcome: string; because: string }[];
  const reads = found.filter(({ check }) => check === 'mcp');
  expect(reads.length).toBeGreaterThan(0);
  for (const { outcome } of reads) expect(outcome).toBe('pass');
  for (const { outcome, because } of found.filter(({ check }) => check === 'writes'))
    expect([outcome, because]).toEqual(['none', expect.stringContaining('may change things')]);
  // The next test would be offered a team whose server is gone.
  await api.send('DELETE', `/api/v1/teams/${stored.body.team.id}`);
  await api.send('DELETE', `/api/v1/mcp/servers/${made.body.server.id}`);
});
