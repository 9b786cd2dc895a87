import { request as httpRequest } from 'node:http';
import type { RouteCase } from './route-case';
import { ROUTES, strangersAccess } from './route-table';
import { Api } from './support/api';
import { expect, test } from './support/fixtures';

const UNKNOWN = '00000000-0000-7000-8000-000000000000';

interface Answer {
  status: number;
  allow: string;
  type: string;
  text: string;
}

/** Sends what `fetch` refuses to send: odd methods, paths as they are. */
function send(url: string, method: string, path: string, key: string | null, body?: string): Promise<Answer> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const headers = {
      ...(key ? { authorization: `Bearer ${key}` } : {}),
      ...(body === undefined ? {} : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }),
    };
    const request = httpRequest({ hostname, port, method, path, headers }, (response) => {
      let text = '';
      response.on('data', (chunk) => (text += chunk));
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          allow: response.headers.allow ?? '',
          type: response.headers['content-type'] ?? '',
          text,
        }),
      );
    });
    request.on('error', reject);
    request.end(body);
  });
}

function concrete(route: RouteCase): string {
  return route.path
    .replace('[id]', UNKNOWN)
    .replace('[approvalId]', UNKNOWN)
    .replace('[hash]', 'a'.repeat(64))
    .replace('[...path]', 'notes.md')
    .replace('[...nextauth]', 'session');
}

function code(answer: Answer): string {
  expect(answer.type, answer.text).toContain('application/json');
  return JSON.parse(answer.text).error.code;
}

test('an address or a method that is not there is answered in the shape of the API', async ({ app, api }) => {
  const paths = [
    '/api',
    '/api/',
    '/api/v1',
    '/api/v1/nothing',
    '/api/v1/runs/x/y/z',
    '/api/v2/runs',
    '/api/auth/nothing',
    '/api/%',
    '/api/v1/%E0%A4%A',
    '/api/v1/me/../nothing',
  ];
  for (const path of paths) {
    for (const method of ['GET', 'POST', 'PUT', 'DELETE', 'TRACE', 'PROPFIND', 'OPTIONS']) {
      if (path === '/api/auth/nothing' && !['GET', 'POST'].includes(method)) continue;
      const answer = await send(app.url, method, path, api.key);
      // Next sends an address with a slash at its end to the one without.
      if (answer.status === 308) continue;
      expect([answer.status, code(answer)], `${method} ${path}`).toEqual([404, 'not_found']);
    }
    expect([404, 308], `HEAD ${path}`).toContain((await send(app.url, 'HEAD', path, api.key)).status);
  }

  const byPath = Map.groupBy(ROUTES, ({ path }) => path);
  for (const [path, routes] of byPath) {
    const own = new Set<string>(routes.map(({ method }) => method));
    if (own.has('GET')) own.add('HEAD');
    own.add('OPTIONS');
    const at = concrete(routes[0] as RouteCase);
    for (const method of ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'TRACE', 'PROPFIND', 'LOCK', 'M-SEARCH']) {
      if (own.has(method)) continue;
      const answer = await send(app.url, method, at, null);
      expect([answer.status, code(answer)], `${method} ${path}`).toEqual([405, 'method_not_allowed']);
      expect(new Set(answer.allow.split(', ')), `${method} ${path}`).toEqual(own);
    }
    const options = await send(app.url, 'OPTIONS', at, null);
    expect([options.status, new Set(options.allow.split(', '))], `OPTIONS ${path}`).toEqual([204, own]);
  }
  for (const method of ['TRACE', 'PROPFIND', 'PUT', 'OPTIONS']) {
    expect((await send(app.url, method, '/signin', null)).status, `${method} of a page`).toBeLessThan(500);
  }
});

test('HEAD is GET without its body, also of the events of a run that goes on', async ({ app, api, doubles }) => {
  const agents = [{ backend: { type: 'openai_compatible', model: 'fault-silence', baseUrl: `${doubles.origin}/v1` } }];
  const run = await api.startRun('Go on for a while.', { name: 'Silent', agents });
  for (const path of ['/api/v1/me', '/api/health', `/api/v1/runs/${run.id}`, `/api/v1/runs/${run.id}/events`]) {
    const answer = await send(app.url, 'HEAD', path, api.key);
    expect([answer.status, answer.text], path).toEqual([200, '']);
  }
  expect((await send(app.url, 'HEAD', '/api/v1/me', null)).status).toBe(401);
  await api.send('POST', `/api/v1/runs/${run.id}/stop`);
});

test('huge headers and addresses are refused without an error of the server', async ({ app, api }) => {
  for (const path of [`/api/v1/conversations?q=${'a'.repeat(12_000)}`, `/api/v1/${'a/'.repeat(3000)}a`]) {
    expect((await send(app.url, 'GET', path, api.key)).status).toBeLessThan(500);
  }
  expect((await send(app.url, 'GET', `/api/v1/me?${'a'.repeat(40_000)}`, api.key)).status).toBe(431);
});

/** A body or a query that no route takes. */
const BROKEN = ['{', '[]', '{"a": 1}', '{"input": 5, "name": [], "text": 7, "answerId": {}, "title": 3}'];
const BROKEN_QUERY = '?limit=x&cursor=nonsense&slot=&at=never&against=x&messages=zz&format=zz&after=-1';

test('who may not know of a thing hears that, whatever is wrong with the request', async ({ app, api }) => {
  const { body } = await api.send('POST', '/api/v1/users', { email: 'order@example.test', password: 'long enough' });
  const made = await api.send('POST', '/api/v1/api-keys', { name: 'Order', userId: body.user.id });
  const other = new Api(app.url, made.body.key);
  for (const route of ROUTES) {
    if (strangersAccess(route) === 'public') continue;
    const path = concrete(route);
    const bodies = route.method === 'GET' ? [undefined] : [...BROKEN, 'x'.repeat(1_100_000)];
    for (const broken of bodies) {
      const at = path + BROKEN_QUERY;
      const name = `${route.method} ${route.path} ${broken?.slice(0, 40)}`;
      expect((await send(app.url, route.method, at, null, broken)).status, name).toBe(401);
      expect((await send(app.url, route.method, at, 'mg_no_such_key', broken)).status, name).toBe(401);
      // What only the body names nobody can know of before the body is read.
      const isInBody = route.names !== undefined && route.id === undefined;
      if (strangersAccess(route) === 'own' || isInBody) continue;
      const answer = await send(app.url, route.method, at, other.key, broken);
      expect(answer.status, `${name}: ${answer.text.slice(0, 200)}`).toBe(
        strangersAccess(route) === 'admin' ? 403 : 404,
      );
    }
  }
  // For the owner of a thing the same requests are faulty.
  const conversation = (await api.send('POST', '/api/v1/conversations', { title: 'Mine' })).body.conversation.id;
  const mine = `/api/v1/conversations/${conversation}`;
  expect((await send(app.url, 'GET', `${mine}?messages=zz`, api.key)).status).toBe(400);
  expect((await send(app.url, 'PATCH', mine, api.key, '{')).status).toBe(400);
  expect((await send(app.url, 'PATCH', mine, api.key, '{"title": 3}')).status).toBe(422);
  expect((await send(app.url, 'POST', `${mine}/runs`, api.key, '{"input": "x", "team": "no-such"}')).status).toBe(422);
  expect((await send(app.url, 'PATCH', '/api/v1/teams/demo', api.key, '{"agents": 5}')).status).toBe(403);
});
