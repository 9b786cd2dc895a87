import { expectAccessible } from './support/expect-accessible';
import { expect, test } from './support/fixtures';

// Axe reads each page twice, once a theme.
test.setTimeout(120_000);

test('a server is added by its address, its tools are read and approved, and it is deleted', async ({
  owner,
  doubles,
}) => {
  await owner.goto('/settings/mcp');
  await owner.getByLabel('URL', { exact: true }).fill(`${doubles.origin}/mcp`);
  await owner.getByLabel('Name', { exact: true }).fill('Notes');
  await owner.getByRole('button', { name: 'Add server' }).click();

  await expect(owner.getByRole('heading', { name: 'Notes', level: 1 })).toBeVisible();
  await expect(owner.getByText('Waiting for you')).toBeVisible();
  const tools = owner.getByRole('list', { name: 'Tools' });
  await expect(tools.getByRole('listitem')).toHaveCount(4);
  await owner.getByRole('button', { name: 'Approve echo' }).click();
  await expect(tools.getByRole('listitem').filter({ hasText: 'echo' })).toContainText('Approved');
  await owner.getByRole('button', { name: 'Approve all 3' }).click();
  await expect(owner.getByText('Ready', { exact: true })).toBeVisible();
  await owner.getByLabel('Calls of write_note').selectOption('Deny');
  await expect(owner.getByLabel('Calls of write_note')).toHaveValue('deny');

  await owner.getByRole('button', { name: 'Test connection' }).click();
  await expect(owner.getByRole('status').filter({ hasText: 'It works.' })).toBeVisible();
  await owner.getByRole('button', { name: 'Delete', exact: true }).click();
  await owner.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
  await expect(owner).toHaveURL(/\/settings\/mcp$/);
  await expect(owner.getByRole('list', { name: 'MCP servers' })).toHaveCount(0);
});

test('another program’s file is read, completed and added; what it cannot be is said', async ({
  owner,
  api,
  doubles,
}) => {
  const slot = `$${'{'}NOTES_TOKEN}`;
  const text = JSON.stringify({
    mcpServers: {
      pasted: { url: `${doubles.origin}/mcp`, headers: { Authorization: `Bearer ${slot}` } },
      program: { settings: 'of something else' },
    },
  });
  await owner.goto('/settings/mcp');
  await owner.getByRole('button', { name: 'Paste', exact: true }).click();
  await owner.getByLabel('Address, command or configuration').fill(text);
  await owner.getByRole('button', { name: 'Read' }).click();
  await expect(owner.getByText('mcpServers.program', { exact: true })).toBeVisible();
  await expect(owner.getByRole('button', { name: 'Add 1 server' })).toBeDisabled();
  await owner.getByLabel('NOTES_TOKEN').fill('a-token-nobody-may-see');
  await owner.getByRole('button', { name: 'Add 1 server' }).click();
  // The only one that was added: its tools wait to be read.
  await expect(owner.getByRole('heading', { name: 'pasted' })).toBeVisible();

  const { body } = await api.send('GET', '/api/v1/mcp/servers');
  const server = body.items.find(({ name }: { name: string }) => name === 'pasted');
  expect(server).toMatchObject({ status: 'ready', transport: { headers: { Authorization: { secret: true } } } });
  expect(JSON.stringify(body)).not.toContain('nobody-may-see');
  expect(await owner.content()).not.toContain('nobody-may-see');
  await api.send('DELETE', `/api/v1/mcp/servers/${server.id}`);
});

test('a tool whose name has a slash is called by hand, with progress for who listens', async ({ api, doubles }) => {
  const transport = { type: 'http', url: `${doubles.origin}/mcp` };
  const made = await api.send('POST', '/api/v1/mcp/servers', { name: 'By hand', transport });
  const base = `/api/v1/mcp/servers/${made.body.server.id}/tools`;
  const called = await api.send('POST', `${base}/echo/call`, { arguments: { message: 'hello' } });
  expect(called).toMatchObject({
    status: 200,
    body: { result: { content: [{ type: 'text', text: 'hello' }], isError: false } },
  });
  for (const name of ['no%2Fsuch', '%00'])
    expect((await api.send('PATCH', `${base}/${name}`, { policy: 'ask' })).status).toBe(404);
  const slashed = await api.send('POST', `${base}/notes%2Fcount/call`, { arguments: {} });
  expect(slashed).toMatchObject({ status: 200, body: { result: { isError: false } } });
  const history = await api.send('GET', `/api/v1/mcp/servers/${made.body.server.id}/history`);
  expect(history.body.items.map(({ tool }: { tool: string }) => tool)).toEqual(['notes/count', 'echo']);
  await api.send('DELETE', `/api/v1/mcp/servers/${made.body.server.id}`);
});

test('servers fit a narrow window, and an agent of a team gets some tools of one', async ({ owner, api, doubles }) => {
  const transport = { type: 'http', url: `${doubles.origin}/mcp` };
  const made = await api.send('POST', '/api/v1/mcp/servers', { name: 'For a team', transport, approveTools: true });
  await owner.setViewportSize({ width: 390, height: 800 });
  await owner.goto(`/settings/mcp/${made.body.server.id}`);
  await expect(owner.getByRole('heading', { name: 'For a team', level: 1 })).toBeVisible();
  const wider = await owner.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(wider).toBeLessThanOrEqual(0);
  await expectAccessible(owner, 'a server');
  await owner.goto('/settings/mcp');
  await expectAccessible(owner, 'servers');

  const team = { name: 'With tools', agents: [{ slot: 'A', backend: { type: 'demo' } }] };
  const saved = await api.send('POST', '/api/v1/teams', team);
  await owner.goto(`/teams/${saved.body.team.id}`);
  const servers = owner.getByRole('group', { name: 'MCP servers of agent A' });
  await servers.getByLabel('For a team').check();
  await servers.getByText('All approved tools').click();
  await servers.getByLabel('write_note').uncheck();
  await owner.getByRole('button', { name: /^Save/ }).first().click();
  await expect
    .poll(async () => (await api.send('GET', `/api/v1/teams/${saved.body.team.id}`)).body.team.agents[0].mcpServers)
    .toEqual([{ server: 'For a team', tools: ['echo', 'notes/count', 'picture'] }]);
  const named = await api.send('DELETE', `/api/v1/mcp/servers/${made.body.server.id}`);
  expect(named.status).toBe(204);
  expect(await api.send('POST', '/api/v1/runs', { input: 'Hello', team: saved.body.team.id })).toMatchObject({
    status: 422,
    body: { error: { fields: [{ path: 'agents[0].mcpServers[0].server' }] } },
  });
  await api.send('DELETE', `/api/v1/teams/${saved.body.team.id}`);
});

test('of two who change one server the second sees what is saved now, and chooses; an OAuth client is registered', async ({
  owner,
  api,
  doubles,
}) => {
  const transport = { type: 'http', url: `${doubles.origin}/mcp` };
  const made = await api.send('POST', '/api/v1/mcp/servers', { name: 'Shared', transport });
  const path = `/api/v1/mcp/servers/${made.body.server.id}`;
  await owner.goto(`/settings/mcp/${made.body.server.id}`);
  await owner.getByLabel('Time limit per call, in seconds').fill('30');
  await api.send('PATCH', path, { toolTimeoutSeconds: 90 });
  await owner.getByRole('button', { name: 'Save', exact: true }).click();
  const conflict = owner.getByRole('alert').filter({ hasText: 'changed in the meantime' });
  await expect(conflict).toContainText('90');
  await expect(owner.getByLabel('Time limit per call, in seconds')).toHaveValue('30');
  await conflict.getByRole('button', { name: 'Replace it with mine' }).click();
  await expect(conflict).toHaveCount(0);
  await expect.poll(async () => (await api.send('GET', path)).body.server.toolTimeoutSeconds).toBe(30);

  await owner.reload();
  await owner.getByLabel('Time limit per call, in seconds').fill('45');
  await api.send('PATCH', path, { toolTimeoutSeconds: 60 });
  await owner.getByRole('button', { name: 'Save', exact: true }).click();
  await conflict.getByRole('button', { name: 'Use what is saved' }).click();
  await expect(owner.getByLabel('Time limit per call, in seconds')).toHaveValue('60');

  // An application that is registered by hand.
  await owner.getByText('OAuth client').click();
  await owner.getByLabel('Client ID').fill('massgen-app');
  await owner.getByLabel('Client secret').fill('nobody-reads-this');
  await owner.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(owner.getByRole('textbox', { name: 'Issuer' })).toHaveAttribute('aria-invalid', 'true');
  await owner.getByRole('textbox', { name: 'Issuer' }).fill('https://auth.example.com');
  await owner.getByRole('button', { name: 'Save', exact: true }).click();
  const registered = { clientId: 'massgen-app', issuer: 'https://auth.example.com', clientSecret: { secret: true } };
  await expect
    .poll(async () => (await api.send('GET', path)).body.server.transport.oauth)
    .toMatchObject({ ...registered, grant: 'authorizationCode' });
  await api.send('DELETE', path);
});
