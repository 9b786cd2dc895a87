import { readFileSync } from 'node:fs';
import { chooseTeam } from './support/choose-team';
import { expect, test } from './support/fixtures';

/** In MassGen's format: two agents on the doubles, one address left open, a key in the file, keys that mean nothing here. */
const massGenFile = (origin: string) => `# Two readers
agents:
  - id: reader
    backend:
      type: chatcompletion
      model: team-a
      base_url: \${MODEL_URL}
      api_key: sk-from-a-file-4711
      temperature: 0.3
      cwd: workspace1
    system_message: Read as a lighthouse keeper does.
  - id: writer
    backend:
      type: chatcompletion
      model: team-b
      base_url: ${origin}/v1
      api_key: \${OPENAI_API_KEY}
      enable_web_search: true
orchestrator:
  answer_novelty_requirement: balanced
  snapshot_storage: snapshots
ui:
  display_type: rich_terminal
`;

test('a MassGen file is read, its slots are filled, it is saved and runs', async ({ doubles, owner }) => {
  doubles.journal.clear();
  await owner.goto('/teams');
  await owner.getByRole('link', { name: 'Import' }).click();
  await owner.getByLabel('File to import').setInputFiles({
    name: 'two_readers.yaml',
    mimeType: 'application/yaml',
    buffer: Buffer.from(massGenFile(doubles.origin)),
  });
  const read = owner.getByRole('region', { name: 'What was read' });
  await expect(read).toContainText('Two readers');
  await expect(read).toContainText('A MassGen configuration with 2 agents');
  await expect(read).toContainText('Comments in the text are not kept.');
  const lost = owner.getByRole('region', { name: /^Not kept/ });
  for (const key of [
    'agents[0].backend.api_key',
    'agents[0].backend.cwd',
    'agents[1].backend.api_key',
    'agents[1].backend.enable_web_search',
    'orchestrator.snapshot_storage',
    'ui.display_type',
  ]) {
    await expect(lost.getByText(key, { exact: true })).toBeVisible();
  }
  await expect(owner.getByRole('region', { name: 'Names to fill in' })).toContainText('OPENAI_API_KEY is a key');
  await expect(owner.locator('main')).not.toContainText('sk-from-a-file-4711');
  await owner.getByLabel('MODEL_URL').fill(`${doubles.origin}/v1`);
  await owner.getByRole('button', { name: 'Open in the editor' }).click();

  await expect(owner.getByLabel('Team name')).toHaveValue('Two readers');
  const reader = owner.getByRole('group', { name: 'Agent A', exact: true });
  await expect(reader.getByLabel('Base URL')).toHaveValue(`${doubles.origin}/v1`);
  await expect(reader.getByLabel('System message')).toHaveValue('Read as a lighthouse keeper does.');
  await owner.getByRole('button', { name: 'Save team' }).click();
  await expect(owner).toHaveURL(/\/teams$/);

  await owner.getByRole('link', { name: 'New chat' }).click();
  await chooseTeam(owner, 'Two readers');
  await owner.getByRole('textbox', { name: 'Message' }).fill('How far does the imported light reach?');
  await owner.getByRole('button', { name: 'Send' }).click();
  await expect(owner.getByRole('heading', { name: 'Final answer' })).toBeVisible({ timeout: 30_000 });
  const asked = doubles.journal
    .items()
    .filter(({ body }) => JSON.stringify(body).includes('How far does the imported light reach?'));
  expect(new Set(asked.map(({ body }) => (body as { model?: string }).model))).toEqual(new Set(['team-a', 'team-b']));
  const first = asked.filter(({ body }) => (body as { model?: string }).model === 'team-a');
  for (const { body } of first) {
    expect(body).toMatchObject({ temperature: 0.3 });
    expect(JSON.stringify(body)).toContain('lighthouse keeper');
  }
  expect(JSON.stringify(asked)).not.toContain('sk-from-a-file-4711');
});

test('a team goes out as a file and comes in again; faults name path, line and what was meant', async ({
  api,
  owner,
}) => {
  const team = {
    name: 'Out and in',
    agents: [
      { slot: 'A', backend: { type: 'demo', model: 'demo-review' }, systemMessage: 'First line.\nSecond: "line" #2' },
      { slot: 'B', backend: { type: 'demo' }, fallbacks: [{ type: 'demo', model: 'demo-compute' }] },
    ],
    limits: { turnSeconds: 60 },
  };
  const { id } = (await api.send('POST', '/api/v1/teams', team)).body.team;
  await owner.goto('/teams');
  const texts: string[] = [];
  for (const item of ['As YAML', 'As JSON']) {
    await owner.getByRole('button', { name: 'Export Out and in' }).click();
    const [file] = await Promise.all([
      owner.waitForEvent('download'),
      owner.getByRole('menuitem', { name: item }).click(),
    ]);
    expect(file.suggestedFilename()).toBe(item === 'As YAML' ? 'out-and-in.yaml' : 'out-and-in.json');
    texts.push(readFileSync(await file.path(), 'utf8'));
  }
  for (const text of texts) {
    expect(await api.send('POST', '/api/v1/teams/import', { text })).toMatchObject({
      status: 200,
      body: { team, warnings: [], secrets: [], faults: [] },
    });
  }

  await owner.goto('/teams/import');
  await owner
    .getByRole('textbox', { name: 'Configuration' })
    .fill((texts[0] ?? '').replace('systemMessage', 'sistemMessage'));
  await owner.getByRole('button', { name: 'Read', exact: true }).click();
  await expect(owner.getByRole('alert').filter({ hasText: 'sistemMessage' })).toContainText(
    /agents\[0\]\.sistemMessage: Unknown key\. Did you mean “systemMessage”\? \(line \d+\)/,
  );
  // The corrected text comes as a dropped file.
  const dropped = await owner.evaluateHandle((text) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([text], 'out-and-in.yaml', { type: 'application/yaml' }));
    return transfer;
  }, texts[0] ?? '');
  await owner.getByRole('textbox', { name: 'Configuration' }).dispatchEvent('drop', { dataTransfer: dropped });
  await expect(owner.getByText('Everything in this text is in the team.')).toBeVisible();
  await owner.getByRole('button', { name: 'Open in the editor' }).click();
  await expect(owner.getByRole('group', { name: 'Agent A', exact: true }).getByLabel('System message')).toHaveValue(
    'First line.\nSecond: "line" #2',
  );
  await expect(owner.getByRole('group', { name: 'Fallback 1 of agent B' }).getByLabel('Model')).toHaveValue(
    'demo-compute',
  );
  expect((await api.send('DELETE', `/api/v1/teams/${id}`)).status).toBe(204);
});
