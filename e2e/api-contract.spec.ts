import { Api } from './support/api';
import { ADMIN } from './support/app-server';
import { expect, test } from './support/fixtures';
import { readEvents } from './support/read-events';
import { doubleTeam } from './support/teams';

const UUID = /^[0-9a-f-]{36}$/;
const UNKNOWN = '00000000-0000-7000-8000-000000000000';
const key = ADMIN.apiKey;

test('a run has the documented fields, from its acceptance to its end', async ({ api, app, doubles }) => {
  const team = doubleTeam(doubles, ['team-a', 'team-b', 'team-c']);
  const accepted = await api.send('POST', '/api/v1/runs', { input: 'Compare the plans.', team });
  expect(accepted.status).toBe(202);
  expect(accepted.body.run).toMatchObject({
    id: expect.stringMatching(UUID),
    conversationId: expect.stringMatching(UUID),
  });
  expect(['queued', 'running']).toContain(accepted.body.run.status);

  const { events } = await readEvents(app.url, accepted.body.run.id, { key });
  const { status, body } = await api.send('GET', `/api/v1/runs/${accepted.body.run.id}`);
  expect(status).toBe(200);
  expect(Object.keys(body)).toEqual(['run']);
  const { run } = body;
  expect(run).toMatchObject({ id: accepted.body.run.id, status: 'finished', final: expect.any(String) });
  expect(run.slots.map((slot: { slot: string }) => slot.slot)).toEqual(['A', 'B', 'C']);
  expect(run.winner).toMatch(/^[ABC]\.\d+$/);
  expect(run.usage.inputTokens).toBeGreaterThan(0);
  expect(run.usage.outputTokens).toBeGreaterThan(0);
  expect(run).toHaveProperty('costUsd');
  expect(run).not.toHaveProperty('error');
  for (const answer of run.answers) expect(Object.keys(answer).sort()).toEqual(['answerId', 'content', 'slot']);
  const casts = events.filter((event) => event.type === 'vote.cast');
  const voided = events.filter((event) => event.type === 'vote.voided');
  expect(run.votes).toHaveLength(casts.length);
  expect(run.votes.filter((vote: { void: boolean }) => vote.void)).toHaveLength(voided.length);
  expect(voided.length).toBeGreaterThan(0);
  for (const vote of run.votes) expect(vote).toMatchObject({ slot: expect.any(String), reason: expect.any(String) });
});

test('each model request names its call to a trusted origin', async ({ api, app, doubles }) => {
  doubles.journal.clear();
  const run = await api.startRun('Name your calls.', doubleTeam(doubles, ['team-a', 'team-b']));
  const { events } = await readEvents(app.url, run.id, { key });
  const started = events.flatMap((event) => (event.type === 'agent.started' ? [event.callId] : []));
  const sent = doubles.journal.items().flatMap((entry) => {
    const asks = JSON.stringify(entry.body).includes('Name your calls.');
    return asks ? [entry.headers['x-massgen-call']] : [];
  });
  expect(new Set(sent)).toEqual(new Set(started));
});

test('lists are pages: each thing once, the last page without a cursor', async ({ api }) => {
  const titles = ['Page one', 'Page two', 'Page three'];
  for (const title of titles) {
    const made = await api.send('POST', '/api/v1/conversations', { title, labels: ['paged'] });
    expect(made.status).toBe(201);
    expect(made.body.conversation).toMatchObject({ title, id: expect.stringMatching(UUID) });
  }
  const seen: string[] = [];
  let cursor: string | null = '';
  while (cursor !== null) {
    const query: string = cursor && `&cursor=${cursor}`;
    const { status, body } = await api.send('GET', `/api/v1/conversations?label=paged&limit=1${query}`);
    expect(status).toBe(200);
    expect(Object.keys(body).sort()).toEqual(['items', 'nextCursor']);
    seen.push(...body.items.map((item: { title: string }) => item.title));
    expect(seen.length).toBeLessThanOrEqual(titles.length);
    cursor = body.nextCursor;
  }
  expect(seen).toEqual([...titles].reverse());
  const found = await api.send('GET', '/api/v1/conversations?q=page%20TWO');
  expect(found.body.items.map((item: { title: string }) => item.title)).toEqual(['Page two']);
  for (const path of ['teams', 'api-keys', 'provider-keys', 'sessions', 'workspaces', 'backends']) {
    const { body } = await api.send('GET', `/api/v1/${path}`);
    expect(Array.isArray(body.items), path).toBe(true);
    expect(body, path).toHaveProperty('nextCursor');
  }
  for (const bad of ['limit=0', 'limit=x', 'cursor=nonsense', 'archived=perhaps']) {
    const refused = await api.send('GET', `/api/v1/conversations?${bad}`);
    expect(refused.status, bad).toBe(400);
    expect(refused.body.error.code, bad).toBe('malformed');
  }
});

test('create 201, change 200, delete 204, gone 404', async ({ api }) => {
  const team = { name: 'Mine', agents: [{ backend: { type: 'demo' } }] };
  const made = await api.send('POST', '/api/v1/teams', team);
  expect(made.status).toBe(201);
  const path = `/api/v1/teams/${made.body.team.id}`;
  expect((await api.send('GET', path)).body.team).toMatchObject({ name: 'Mine', builtIn: false });
  const changed = await api.send('PATCH', path, { ...team, name: 'Ours' });
  expect([changed.status, changed.body.team.name]).toEqual([200, 'Ours']);
  const deleted = await api.send('DELETE', path);
  expect([deleted.status, deleted.body]).toEqual([204, null]);
  for (const method of ['GET', 'DELETE']) {
    const gone = await api.send(method, path);
    expect([gone.status, gone.body.error.code], method).toEqual([404, 'not_found']);
  }
  expect((await api.send('GET', '/api/v1/teams/demo')).body.team.builtIn).toBe(true);
  expect((await api.send('DELETE', '/api/v1/teams/demo')).status).toBe(403);

  const { body } = await api.send('POST', '/api/v1/conversations', { title: 'To go' });
  const conversation = `/api/v1/conversations/${body.conversation.id}`;
  expect((await api.send('PATCH', conversation, { title: 'Gone' })).body.conversation.title).toBe('Gone');
  expect((await api.send('DELETE', conversation)).status).toBe(204);
  expect((await api.send('GET', conversation)).status).toBe(404);
});

test('errors: one shape, the right status, a path for each fault', async ({ api, app, doubles }) => {
  const invalid = async (body: unknown, path: string) => {
    const refused = await api.send('POST', '/api/v1/runs', body);
    expect([refused.status, refused.body.error?.code], path).toEqual([422, 'invalid']);
    expect(
      refused.body.error.fields.map((field: { path: string }) => field.path),
      path,
    ).toContain(path);
    return refused.body.error.fields.find((field: { path: string }) => field.path === path).message as string;
  };
  const run = { input: 'What is 2 + 2?', team: 'demo' };
  await invalid({ team: 'demo' }, 'input');
  await invalid({ ...run, input: '  ' }, 'input');
  await invalid({ input: 'x' }, 'team');
  await invalid({ ...run, team: UNKNOWN }, 'team');
  await invalid({ ...run, team: 'no-such-team' }, 'team');
  await invalid({ ...run, parentMessageId: UNKNOWN }, 'parentMessageId');
  const typo = await api.send('POST', '/api/v1/teams/validate', {
    agents: [{ backend: { type: 'claud', model: 'm' } }],
  });
  expect(typo.status).toBe(422);
  expect(typo.body.error.fields[0]).toMatchObject({ path: 'agents[0].backend.type', message: /claude/ });
  const privateTeam = doubleTeam({ ...doubles, origin: 'http://127.0.0.1:11' }, ['team-a']);
  const address = await api.send('POST', '/api/v1/runs', { ...run, team: privateTeam });
  expect(address.status).toBe(422);
  expect(address.body.error.fields[0].path).toMatch(/agents\[0\]\.backend\.baseUrl$/);

  const nobody = await new Api(app.url, null).send('GET', '/api/v1/me');
  expect([nobody.status, nobody.body.error.code]).toEqual([401, 'unauthenticated']);
  const wrongKey = await new Api(app.url, 'mg_not_a_key').send('GET', '/api/v1/me');
  expect(wrongKey.status).toBe(401);
  const unknown = await api.send('POST', `/api/v1/conversations/${UNKNOWN}/runs`, run);
  expect([unknown.status, unknown.body.error.code]).toEqual([404, 'not_found']);
  const large = await api.send('POST', '/api/v1/runs', { ...run, input: 'x'.repeat(1_100_000) });
  expect([large.status, large.body.error.code]).toEqual([413, 'too_large']);
  const person = { email: 'twice@example.test', password: 'correct horse battery staple' };
  expect((await api.send('POST', '/api/v1/users', person)).status).toBe(201);
  expect((await api.send('POST', '/api/v1/users', person)).status).toBe(409);
});

test('the cursor of the header wins, a malformed one is refused, the stream says when it is over', async ({
  api,
  app,
}) => {
  const run = await api.startRun('What is 3 + 4?', 'demo');
  const whole = await readEvents(app.url, run.id, { key });
  expect(whole.ended).toBe(true);
  expect(whole.events[0]).toMatchObject({ seq: 1, type: 'run.started', runId: run.id });
  const rest = await readEvents(app.url, run.id, { key, after: 1, lastEventId: whole.lines.size - 2 });
  expect(rest.events.map((event) => event.seq)).toEqual([whole.lines.size - 1, whole.lines.size]);
  expect(rest.ended).toBe(true);
  const past = await readEvents(app.url, run.id, { key, after: whole.lines.size });
  expect([past.lines.size, past.ended]).toEqual([0, true]);
  for (const header of ['abc', '-1', '1.5']) {
    const response = await fetch(`${app.url}/api/v1/runs/${run.id}/events?after=0`, {
      headers: { authorization: `Bearer ${key}`, 'last-event-id': header },
    });
    expect(response.status, header).toBe(400);
    await response.body?.cancel();
  }
});
