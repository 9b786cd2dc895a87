import { getEventListeners } from 'node:events';
import { describe, expect, test } from 'vitest';
import { HANDLED, testServer } from '../testing/mcp-double';
import { ECHO, NEVER, said, testClients } from '../testing/test-clients';

const used = testClients();

describe('connections', () => {
  test('one serves all calls, however many are made at once', async () => {
    const double = await used.start({ tools: [ECHO] });
    const results = await Promise.all(
      Array.from({ length: 200 }, (_, at) => used.call(double, 'echo', { given: { text: at } })),
    );
    expect(results.map(({ content }) => content)).toEqual(
      Array.from({ length: 200 }, (_, at) => said(`You said ${at}.`).content),
    );
    await used.call(double);
    expect([double.count('initialize'), double.count('tools/call')]).toEqual([1, 201]);
  });

  test('the configured headers are sent with every request', async () => {
    const double = await used.start({ tools: [ECHO] });
    const { url } = double;
    const server = double.server('double', { transport: { type: 'http', url, headers: { 'x-token': 'secret' } } });
    await used.clients.describe(server, { signal: NEVER });
    expect(new Set(double.journal.map(({ headers }) => headers['x-token']))).toEqual(new Set(['secret']));
  });

  test('a server of a changed configuration is forgotten, and its session ended', async () => {
    const double = await used.start({ tools: [ECHO] });
    await used.call(double);
    used.clients.forget('double');
    await expect.poll(() => double.journal.filter((entry) => entry.http === 'DELETE')).toHaveLength(1);
    await used.call(double);
    expect(double.count('initialize')).toBe(2);
  });

  test('one that is known to speak the older protocol is not asked for the newer again', async () => {
    const double = await used.start({ tools: [ECHO] });
    await used.call(double);
    double.forgetSessions();
    await used.call(double);
    expect([double.count('initialize'), double.count('server/discover')]).toEqual([2, 1]);
  });

  test('who gives up waiting does not end what others wait for', async () => {
    let letIn = () => {};
    const gate = new Promise<void>((resolve) => (letIn = resolve));
    const double = await used.start({ tools: [{ name: 'slow', call: () => gate.then(() => said('Done.')) }] });
    await used.clients.describe(double.server(), { signal: NEVER });
    const gone = new AbortController();
    const first = used.call(double, 'slow', { signal: gone.signal });
    const second = used.call(double, 'slow');
    await expect.poll(() => double.count('tools/call')).toBe(2);
    gone.abort();
    await expect(first).rejects.toMatchObject({ kind: 'cancelled' });
    letIn();
    expect((await second).content).toEqual(said('Done.').content);
  });

  test('calls leave no listeners, however they end', async () => {
    const tools = [
      ECHO,
      { name: 'fail', call: () => Promise.resolve({ ...said('No.'), isError: true }) },
      {
        name: 'die',
        call(_given: unknown, { response }: { response: { destroy(): void } }) {
          response.destroy();
          return HANDLED;
        },
      },
      { name: 'hang', call: () => new Promise(() => {}) },
    ];
    const double = await used.start({ tools });
    const { signal } = new AbortController();
    const gone = new AbortController();
    const hanging = used.call(double, 'hang', { signal: gone.signal });
    await Promise.allSettled(['echo', 'fail', 'echo', 'die'].map((name) => used.call(double, name, { signal })));
    gone.abort();
    await expect(hanging).rejects.toMatchObject({ kind: 'cancelled' });
    await used.call(double, 'echo', { signal });
    expect([...getEventListeners(signal, 'abort'), ...getEventListeners(gone.signal, 'abort')]).toEqual([]);
  });
});

describe('what a server describes', () => {
  test('is asked for once, also by many at once', async () => {
    const double = await used.start({ tools: [ECHO, { name: 'add', description: 'Adds.' }] });
    const described = await Promise.all(
      Array.from({ length: 5 }, () => used.clients.describe(double.server(), { signal: NEVER })),
    );
    expect(described.map(({ tools }) => tools.map(({ name }) => name))).toEqual(Array(5).fill(['add', 'echo']));
    expect(described[0]).toMatchObject({
      era: '2025-11-25',
      serverInfo: { name: 'double', version: '1', title: 'A double' },
    });
    expect(double.count('tools/list')).toBe(1);
    await used.clients.describe(double.server(), { signal: NEVER, fresh: true });
    expect(double.count('tools/list')).toBe(2);
  });

  test('is asked for again when the server says that it has changed', async () => {
    const double = await used.start({ tools: [ECHO] });
    await used.clients.describe(double.server(), { signal: NEVER });
    await expect.poll(() => double.journal.filter((entry) => entry.http === 'GET')).toHaveLength(1);
    double.change([{ name: 'other' }]);
    await expect
      .poll(async () => (await used.clients.describe(double.server(), { signal: NEVER })).tools.map(({ name }) => name))
      .toEqual(['other']);
    expect(double.count('tools/list')).toBe(2);
  });

  test('a list without an end is no list', async () => {
    let page = 0;
    const double = await used.start({ tools: [], listed: () => ({ tools: [], nextCursor: `page ${++page}` }) });
    const described = used.clients.describe(double.server(), { signal: NEVER });
    await expect(described).rejects.toMatchObject({ kind: 'bad_reply', message: expect.stringContaining('64 pages') });
    expect(double.count('tools/list')).toBe(64);
  });
});

describe('probe', () => {
  test('says each step, and what it found serves the next run', async () => {
    const double = await used.start({ tools: [ECHO] });
    const probe = await used.clients.probe(double.server(), NEVER);
    expect(probe).toMatchObject({
      ok: true,
      steps: [{ ok: true }, { ok: true }],
      description: { tools: [{ name: 'echo' }] },
    });
    await used.clients.describe(double.server(), { signal: NEVER });
    expect(double.count('tools/list')).toBe(1);
  });

  test('says what is wrong at the step where it is', async () => {
    const double = await used.start({ intercept: (_request, response) => Boolean(response.writeHead(401).end()) });
    const probe = await used.clients.probe(double.server(), NEVER);
    expect(probe).toEqual({
      ok: false,
      description: null,
      failure: 'needs_authorization',
      steps: [{ name: 'Connect', ok: false, tookMs: expect.any(Number), message: expect.stringContaining('401') }],
    });
  });
});

describe('addresses', () => {
  test.each([
    ['a private one that nobody trusts', 'http://127.0.0.1:1/mcp'],
    ['plain http on the internet', 'http://mcp.example.com/mcp'],
    ['one with a password', 'https://me:secret@mcp.example.com/mcp'],
  ])('%s is not asked', async (_what, url) => {
    const described = used.clients.describe(testServer('s', url), { signal: NEVER });
    await expect(described).rejects.toMatchObject({ kind: 'forbidden_address' });
  });

  test('a redirect to another origin is not followed', async () => {
    const victim = await used.start({ tools: [ECHO] });
    const double = await used.start({
      intercept: (_request, response) => Boolean(response.writeHead(307, { location: victim.url }).end()),
    });
    const described = used.clients.describe(double.server(), { signal: NEVER });
    await expect(described).rejects.toMatchObject({ kind: 'refused', message: expect.stringContaining('redirects') });
    expect(victim.journal).toEqual([]);
  });

  test('a stream that names another origin for what is sent is not believed', async () => {
    const victim = await used.start({ tools: [ECHO] });
    const double = await used.start({
      intercept(request, response) {
        if (request.method !== 'GET') return Boolean(response.writeHead(404).end());
        response.writeHead(200, { 'content-type': 'text/event-stream' });
        response.write(`event: endpoint\ndata: ${victim.url}\n\n`);
        return true;
      },
    });
    const { url } = double;
    for (const type of ['http', 'sse'] as const) {
      const server = double.server(type, { connectionKey: type, transport: { type, url, headers: {} } });
      await expect(used.clients.describe(server, { signal: NEVER })).rejects.toMatchObject({ name: 'McpFailure' });
    }
    expect(victim.journal).toEqual([]);
  });

  test('a redirect within the origin is', async () => {
    const double = await used.start({
      tools: [ECHO],
      intercept(request, response) {
        if (request.url !== '/mcp') return false;
        response.writeHead(307, { location: '/elsewhere' }).end();
        return true;
      },
    });
    expect((await used.call(double)).content).toEqual(said('You said hello.').content);
  });
});
