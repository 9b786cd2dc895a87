import type { RouteCase } from './route-case';
import { ROUTES, strangersAccess } from './route-table';
import { Api } from './support/api';
import { expect, test } from './support/fixtures';

const PASSWORD = 'correct horse battery staple';
const RAW_BODIES = [
  '{"a":',
  '[]',
  'null',
  '"text"',
  '42',
  `${'['.repeat(5000)}${']'.repeat(5000)}`,
  '{"__proto__":{"x":1}}',
  '\u0000',
];
const ODD_IDS = [
  'x',
  '%00',
  '..%2F..',
  '%ED%A0%80',
  "'%20or%201=1",
  'a'.repeat(3000),
  '00000000-0000-0000-0000-000000000000',
];
const ODD_VALUES = [
  null,
  42,
  -1,
  true,
  [],
  {},
  '',
  'nul\0byte',
  '\ud800',
  '💥'.repeat(3000),
  [{ a: [] }],
  { type: 'x' },
  1e308,
];
/** Further inside, where the same readers of the same schema have met all of the others. */
const ODD_INSIDE = [null, 42, 'nul\0byte', '\ud800', { type: 'x' }];
const ODD_QUERIES = [
  '?limit=-1&cursor=x',
  '?q=%00&limit=1e9',
  '?cursor=%ED%A0%80',
  '?after=-1',
  '?messages=zzz',
  '?q=%25_%5C&label=%00',
];

interface Shot {
  path: string;
  body?: string;
  type?: string;
}

/** Everything that is fired at one route. */
function shots(route: RouteCase): Shot[] {
  const plain = route.path
    .replace('[id]', '00000000-0000-7000-8000-000000000000')
    .replace('[...nextauth]', 'callback/credentials');
  const paths = route.path.includes('[id]') ? ODD_IDS.map((id) => route.path.replace('[id]', id)) : [];
  const valid = JSON.stringify(route.body ?? {});
  const odd = oddBodies(route.body ?? {}).map((body) => JSON.stringify(body));
  const bodies = route.method === 'GET' ? [] : [...RAW_BODIES, ...odd, 'x'.repeat(1_100_000)];
  return [
    ...paths.map((path) => ({ path, ...(route.method === 'GET' ? {} : { body: valid }) })),
    ...ODD_QUERIES.map((query) => ({ path: plain + query, ...(route.method === 'GET' ? {} : { body: valid }) })),
    ...bodies.map((body) => ({ path: plain, body })),
    ...(route.method === 'GET' ? [] : [{ path: plain, body: valid, type: 'text/plain' }]),
  ];
}

/** The body with each of its fields, at any depth, replaced by odd values, and with a field too many. */
function oddBodies(value: unknown, odd = ODD_VALUES): unknown[] {
  if (Array.isArray(value)) return [...odd, ...value.flatMap((item) => oddBodies(item, odd).map((each) => [each]))];
  if (typeof value !== 'object' || value === null) return odd;
  const fields = Object.entries(value);
  return [
    { ...value, surprise: 1 },
    ...fields.flatMap(([name, field]) => {
      const inside = typeof field === 'object' && field !== null ? oddBodies(field, ODD_INSIDE) : [];
      return [...odd, ...inside].map((each) => ({ ...value, [name]: each }));
    }),
  ];
}

const AT_ONCE = 8;

async function fire(url: string, key: string, method: string, { path, body, type }: Shot): Promise<string | null> {
  const response = await fetch(url + path, {
    method,
    headers: {
      authorization: `Bearer ${key}`,
      ...(body === undefined ? {} : { 'content-type': type ?? 'application/json' }),
    },
    body,
    redirect: 'manual',
  });
  const text = response.headers.get('content-type')?.includes('event-stream') ? '' : await response.text();
  await response.body?.cancel().catch(() => undefined);
  const what = `${method} ${path.slice(0, 80)} ${(body ?? '').slice(0, 120)}: ${response.status}`;
  if (response.status >= 500) return `${what} ${text.slice(0, 200)}`;
  if (response.status < 400 || path.startsWith('/api/auth/')) return null;
  const shaped = /^\{"error":\{"code":"\w+","message":"/.test(text);
  return shaped && !/node_modules|\.ts:|at async/.test(text)
    ? null
    : `${what}, not the documented shape: ${text.slice(0, 200)}`;
}

// Thousands of requests.
test('no input brings a 5xx or an error in another shape', async ({ api, app }) => {
  test.slow();
  const { body } = await api.send('POST', '/api/v1/users', { email: 'abuser@example.test', password: PASSWORD });
  const made = await api.send('POST', '/api/v1/api-keys', { name: 'Abuse', userId: body.user.id });
  const faults: string[] = [];
  let fired = 0;
  for (const route of ROUTES) {
    // A stream without an end takes no input.
    if (route.path === '/api/v1/conversations/events') continue;
    // Only the owner gets past the door of these.
    const key = strangersAccess(route) === 'admin' ? api.key : made.body.key;
    const waiting = shots(route);
    fired += waiting.length;
    // Several at a time, as callers do.
    while (waiting.length > 0) {
      const found = await Promise.all(waiting.splice(0, AT_ONCE).map((shot) => fire(app.url, key, route.method, shot)));
      faults.push(...found.filter((fault) => fault !== null));
    }
  }
  expect(fired).toBeGreaterThan(ROUTES.length * 10);
  expect(faults.slice(0, 20).join('\n')).toBe('');
  // The things of a real conversation, with values of the wrong kind.
  const person = new Api(app.url, made.body.key);
  const conversation = (await person.send('POST', '/api/v1/conversations', { title: 'Real' })).body.conversation.id;
  for (const change of [{ title: 'a\0b' }, { labels: ['\0'] }, { activeLeafId: 'x' }, { title: '\ud800' }, {}]) {
    expect((await person.send('PATCH', `/api/v1/conversations/${conversation}`, change)).status).toBeLessThan(500);
  }
});
