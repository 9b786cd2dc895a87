import { ADMIN } from './support/app-server';
import { chooseTeam } from './support/choose-team';
import { expect, test } from './support/fixtures';
import { readEvents } from './support/read-events';
import { doubleTeam } from './support/teams';

test('a team calls the tools of a server, step after step, and people see each call', async ({
  owner,
  api,
  app,
  doubles,
}) => {
  const transport = { type: 'http', url: `${doubles.origin}/mcp` };
  const made = await api.send('POST', '/api/v1/mcp/servers', { name: 'Notebook', transport, approveTools: true });
  const gone = { type: 'http', url: 'https://mcp.invalid/mcp' };
  const away = await api.send('POST', '/api/v1/mcp/servers', { name: 'Away', transport: gone });
  expect([made.status, away.status]).toEqual([201, 201]);
  const { agents, ...rest } = doubleTeam(doubles, ['chain-a', 'team-b']);
  const [first, ...others] = agents;
  const team = { ...rest, agents: [{ ...first, mcpServers: ['Notebook', 'Away'] }, ...others] };
  const said = 'a\u202eb “quoted” 😀';
  const input = `Chain: Notebook__echo {"message":"${said}"} > Notebook__echo {"message":"$ again"}`;

  const run = await api.startRun(input, team);
  const { events } = await readEvents(app.url, run.id, { key: ADMIN.apiKey });
  const called = events.flatMap((event) => (event.type === 'tool.called' && event.server ? [event] : []));
  expect(called.map(({ server, tool }) => `${server}.${tool}`)).toEqual(['Notebook.echo', 'Notebook.echo']);
  const results = events.flatMap((event) => (event.type === 'tool.finished' && event.server ? [event.result] : []));
  expect(results).toEqual([said, `${said} again`]);
  const missing = events.find((event) => event.type === 'mcp.unavailable');
  expect(missing).toMatchObject({ slot: 'A', server: 'Away' });
  expect(events.at(-1)).toMatchObject({ type: 'run.finished' });
  const asked = doubles.journal.items().map(({ body }) => JSON.stringify(body));
  expect(asked.some((body) => body.includes(JSON.stringify(`${said} again`).slice(1, -1)))).toBe(true);

  await owner.goto(`/c/${run.conversationId}`);
  await owner.getByRole('button', { name: /How it was decided/ }).click();
  const agent = owner.getByRole('region', { name: 'Agent A' });
  await expect(agent).toContainText('Works without Away: ');
  await expect(agent).toContainText('Notebook · echo');
  for (const { body } of [made, away]) await api.send('DELETE', `/api/v1/mcp/servers/${body.server.id}`);
});

test('a picture that a tool gives is drawn at its call', async ({ owner, api, app, doubles }) => {
  const transport = { type: 'http', url: `${doubles.origin}/mcp` };
  const { body } = await api.send('POST', '/api/v1/mcp/servers', { name: 'Album', transport, approveTools: true });
  const { agents } = doubleTeam(doubles, ['chain-a']);
  const team = { name: 'One', agents: agents.map((agent) => ({ ...agent, mcpServers: ['Album'] })) };
  const run = await api.startRun('Chain: Album__picture {}', team);
  await readEvents(app.url, run.id, { key: ADMIN.apiKey });
  await owner.goto(`/c/${run.conversationId}`);
  const work = owner.getByRole('button', { name: /Album · picture/ });
  if (!(await work.isVisible())) await owner.getByRole('button', { name: /How it was/ }).click();
  await work.click();
  const picture = owner.getByRole('img', { name: /Picture from the tool/ });
  await expect.poll(() => picture.evaluate((drawn: HTMLImageElement) => drawn.naturalWidth)).toBe(1);
  await api.send('DELETE', `/api/v1/mcp/servers/${body.server.id}`);
});

test('a person answers what a server asks while its tools run: a form, a page, and a question to the model', async ({
  owner,
  api,
  app,
  doubles,
}) => {
  const transport = { type: 'http', url: `${doubles.origin}/asking/mcp` };
  const { body } = await api.send('POST', '/api/v1/mcp/servers', { name: 'Travel', transport, approveTools: true });
  const path = `/api/v1/mcp/servers/${body.server.id}`;
  for (const tool of ['book', 'pay', 'advise']) await api.send('PATCH', `${path}/tools/${tool}`, { policy: 'allow' });
  const { agents } = doubleTeam(doubles, ['chain-a']);
  const team = { name: 'One', agents: agents.map((agent) => ({ ...agent, mcpServers: ['Travel'] })) };
  const run = await api.startRun('Chain: Travel__book {} > Travel__pay {} > Travel__advise {}', team);
  await owner.goto(`/c/${run.conversationId}`);
  const needsYou = owner.getByRole('region', { name: 'Needs you' });

  await expect(needsYou).toContainText('Travel asks you something');
  await owner.reload();
  await needsYou.getByRole('button', { name: 'Send the reply to Travel' }).click();
  await expect(needsYou.getByText('This is needed.')).toHaveCount(2);
  await needsYou.getByLabel('Name on the ticket').fill('A');
  await needsYou.getByLabel('Seat').selectOption('12B');
  await needsYou.getByRole('button', { name: 'Send the reply to Travel' }).click();
  // The server's schema wants two letters.
  await expect(needsYou.getByLabel('Name on the ticket')).toHaveAttribute('aria-invalid', 'true');
  await needsYou.getByLabel('Name on the ticket').fill('Ada');
  await needsYou.getByRole('button', { name: 'Send the reply to Travel' }).click();

  await owner.context().route('https://pay.example.com/**', (route) => route.fulfill({ body: 'Paid.' }));
  await expect(needsYou.getByRole('button', { name: 'Go on' })).toBeDisabled();
  const opened = owner.waitForEvent('popup');
  await needsYou.getByRole('link', { name: 'Open pay.example.com' }).click();
  await (await opened).close();
  await needsYou.getByRole('button', { name: 'Go on' }).click();

  await expect(needsYou).toContainText('Is it warm in Lisbon in May?');
  await needsYou.getByRole('button', { name: 'Let Travel ask the model' }).click();

  const { events } = await readEvents(app.url, run.id, { key: ADMIN.apiKey });
  expect(events.at(-1)).toMatchObject({ type: 'run.finished' });
  const results = events.flatMap((event) => (event.type === 'tool.finished' && event.server ? [event.result] : []));
  expect(results).toEqual([
    'accept: {"meals":1,"name":"Ada","seat":"12B","lounge":false}',
    'accept',
    expect.stringMatching(/^Advice: ./),
  ]);
  const asked = events.flatMap((event) => (event.type === 'approval.requested' ? [event.kind] : []));
  expect(asked).toEqual(['elicitation', 'elicitation', 'sampling']);
  const booked = owner.getByRole('button', { name: /Travel · book/ });
  if (!(await booked.isVisible())) await owner.getByRole('button', { name: /How it was/ }).click();
  await booked.click();
  await expect(owner.getByText('You answered what the server asked.')).toBeVisible();
  await api.send('DELETE', path);
});

test('the first example question shows a tool at work, without a key', async ({ owner }) => {
  await owner.goto('/');
  await chooseTeam(owner, 'Demo team');
  await owner.getByRole('button', { name: /Check a budget/ }).click();
  await expect(owner.getByText('The tool calculate of the example server agrees').first()).toBeVisible({
    timeout: 60_000,
  });
  // The run has come to its end: while it does, it is drawn anew.
  await expect(owner.getByRole('region', { name: 'Final answer' }).getByRole('button', { name: 'Copy' })).toBeVisible();
  await expect(owner.getByRole('button', { name: 'Ask again' })).toBeVisible();
  await owner.getByRole('button', { name: /How it was decided/ }).click();
  await expect(owner.getByRole('region', { name: 'Agent B' })).toContainText('example · calculate');
});

test('a model calls a chain of three steps over two servers as one tool; a step that asks makes it ask', async ({
  owner,
  api,
  app,
  doubles,
}) => {
  const ids: string[] = [];
  const add = async (kind: 'servers' | 'chains', body: object) => {
    const made = await api.send('POST', `/api/v1/mcp/${kind}`, body);
    expect(made.status, JSON.stringify(made.body)).toBe(201);
    const { id } = made.body.server ?? made.body.chain;
    ids.unshift(`/api/v1/mcp/${kind}/${id}`);
    return `/api/v1/mcp/${kind}/${id}`;
  };
  const transport = { type: 'http', url: `${doubles.origin}/mcp` };
  for (const name of ['Copier', 'Pad']) await add('servers', { name, transport, approveTools: true });
  const word = { $from: 'input', pointer: '/word' };
  const step = (server: string, tool: string, message: object) => ({ server, tool, arguments: { message } });
  const first = step('Copier', 'echo', word);
  const inputSchema = { type: 'object', properties: { word: { type: 'string' } }, required: ['word'] };
  const fromFirst = { $from: '1', pointer: '/content/0/text' };
  await add('chains', {
    ...{ name: 'keep', description: 'Keeps a word.', inputSchema },
    steps: [first, step('Pad', 'write_note', word), step('Pad', 'echo', fromFirst)],
  });
  // A picture has no text, so the second step cannot be called.
  await add('chains', {
    ...{ name: 'broken', description: 'Ends early.', inputSchema },
    steps: [{ ...first, tool: 'picture', arguments: {} }, step('Pad', 'echo', fromFirst), first],
  });
  const said = 'a\u202eb “quoted” 😀';
  const { agents } = doubleTeam(doubles, ['chain-a']);
  const mcpServers = ['Copier', 'Pad', 'chains'];
  const team = {
    ...{ name: 'One', agents: agents.map((agent) => ({ ...agent, mcpServers })) },
    coordination: { sideEffects: 'allow' },
  };
  const before = doubles.notes.length;
  const given = JSON.stringify({ word: said });
  const run = await api.startRun(`Chain: chains__keep ${given} > chains__broken ${given}`, team);
  await owner.goto(`/c/${run.conversationId}`);
  const needsYou = owner.getByRole('region', { name: 'Needs you' });
  await expect(needsYou).toContainText('keep');
  expect(doubles.notes).toHaveLength(before);
  await needsYou.getByRole('button', { name: 'Allow chains · keep of A once' }).click();

  const { events } = await readEvents(app.url, run.id, { key: ADMIN.apiKey });
  expect(events.at(-1)).toMatchObject({ type: 'run.finished' });
  const finished = events.flatMap((event) => (event.type === 'tool.finished' && event.server ? [event] : []));
  expect(finished).toMatchObject([
    { server: 'chains', tool: 'keep', result: said, isError: false },
    { server: 'chains', tool: 'broken', isError: true },
  ]);
  expect(finished[0]?.steps?.map(({ server, tool }) => `${server}.${tool}`)).toEqual([
    'Copier.echo',
    'Pad.write_note',
    'Pad.echo',
  ]);
  expect(finished[1]?.result).toMatch(/step 2/);
  expect(finished[1]?.steps).toHaveLength(2);
  expect(doubles.notes.slice(before)).toEqual([said]);
  for (const path of ids) await api.send('DELETE', path);
});
