import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { McpTool } from '../mcp-server';
import { type DoubleOptions, HANDLED, type McpDouble, startMcpDouble, testServer } from '../testing/mcp-double';
import { createMcpClients } from './create-mcp-clients';
import type { McpClients } from './mcp-clients';

let clients: McpClients;
let doubles: McpDouble[] = [];
const { signal } = new AbortController();

beforeEach(() => {
  clients = createMcpClients();
});
afterEach(async () => {
  await clients.close();
  // Nothing leaks: neither requests nor streams are left at any server.
  await expect.poll(() => doubles.map((double) => double.open())).toEqual(doubles.map(() => 0));
  await Promise.all(doubles.map((double) => double.kill()));
  doubles = [];
  vi.unstubAllEnvs();
});

async function start(options: DoubleOptions): Promise<McpDouble> {
  const double = await startMcpDouble(options);
  doubles.push(double);
  vi.stubEnv('MASSGEN_TRUSTED_ORIGINS', doubles.map(({ origin }) => origin).join(','));
  return double;
}

const said = (text: string) => ({ content: [{ type: 'text', text }] });
const ECHO = { name: 'echo', call: ({ text }: Record<string, unknown>) => said(`You said ${text}.`) };

function call(
  double: McpDouble,
  name = 'echo',
  over: { repeatable?: boolean; signal?: AbortSignal; given?: object } = {},
) {
  const tool: McpTool = { name, description: '', inputSchema: { type: 'object' }, hash: '' };
  const { repeatable = false, given = { text: 'hello' } } = over;
  return clients.callTool(
    double.server(),
    { tool, arguments: given as Record<string, unknown>, repeatable },
    { signal: over.signal ?? signal },
  );
}

describe('connections', () => {
  test('one serves all calls, however many are made at once', async () => {
    const double = await start({ tools: [ECHO] });
    const results = await Promise.all(
      Array.from({ length: 200 }, (_, at) => call(double, 'echo', { given: { text: at } })),
    );
    expect(results.map(({ content }) => content)).toEqual(
      Array.from({ length: 200 }, (_, at) => said(`You said ${at}.`).content),
    );
    await call(double);
    expect([double.count('initialize'), double.count('tools/call')]).toEqual([1, 201]);
  });

  test('the configured headers are sent with every request', async () => {
    const double = await start({ tools: [ECHO] });
    const { url } = double;
    const server = double.server('double', { transport: { type: 'http', url, headers: { 'x-token': 'secret' } } });
    await clients.describe(server, { signal });
    expect(new Set(double.journal.map(({ headers }) => headers['x-token']))).toEqual(new Set(['secret']));
  });

  test('a server of a changed configuration is forgotten, and its session ended', async () => {
    const double = await start({ tools: [ECHO] });
    await call(double);
    clients.forget('double');
    await expect.poll(() => double.journal.filter((entry) => entry.http === 'DELETE')).toHaveLength(1);
    await call(double);
    expect(double.count('initialize')).toBe(2);
  });

  test('one that is known to speak the older protocol is not asked for the newer again', async () => {
    const double = await start({ tools: [ECHO] });
    await call(double);
    double.forgetSessions();
    await call(double);
    expect([double.count('initialize'), double.count('server/discover')]).toEqual([2, 1]);
  });

  test('who gives up waiting does not end what others wait for', async () => {
    let letIn = () => {};
    const gate = new Promise<void>((resolve) => (letIn = resolve));
    const double = await start({ tools: [{ name: 'slow', call: () => gate.then(() => said('Done.')) }] });
    await clients.describe(double.server(), { signal });
    const gone = new AbortController();
    const first = call(double, 'slow', { signal: gone.signal });
    const second = call(double, 'slow');
    await expect.poll(() => double.count('tools/call')).toBe(2);
    gone.abort();
    await expect(first).rejects.toMatchObject({ kind: 'cancelled' });
    letIn();
    expect((await second).content).toEqual(said('Done.').content);
  });
});

describe('what a server describes', () => {
  test('is asked for once, also by many at once', async () => {
    const double = await start({ tools: [ECHO, { name: 'add', description: 'Adds.' }] });
    const described = await Promise.all(Array.from({ length: 5 }, () => clients.describe(double.server(), { signal })));
    expect(described.map(({ tools }) => tools.map(({ name }) => name))).toEqual(Array(5).fill(['add', 'echo']));
    expect(described[0]).toMatchObject({
      era: '2025-11-25',
      serverInfo: { name: 'double', version: '1', title: 'A double' },
    });
    expect(double.count('tools/list')).toBe(1);
    await clients.describe(double.server(), { signal, fresh: true });
    expect(double.count('tools/list')).toBe(2);
  });

  test('is asked for again when the server says that it has changed', async () => {
    const double = await start({ tools: [ECHO] });
    await clients.describe(double.server(), { signal });
    await expect.poll(() => double.journal.filter((entry) => entry.http === 'GET')).toHaveLength(1);
    double.change([{ name: 'other' }]);
    await expect
      .poll(async () => (await clients.describe(double.server(), { signal })).tools.map(({ name }) => name))
      .toEqual(['other']);
    expect(double.count('tools/list')).toBe(2);
  });

  test('a list without an end is no list', async () => {
    let page = 0;
    const double = await start({ tools: [], listed: () => ({ tools: [], nextCursor: `page ${++page}` }) });
    const described = clients.describe(double.server(), { signal });
    await expect(described).rejects.toMatchObject({ kind: 'bad_reply', message: expect.stringContaining('64 pages') });
    expect(double.count('tools/list')).toBe(64);
  });
});

describe('faults', () => {
  test('a session that the server has forgotten is begun anew, and the call made once', async () => {
    const double = await start({ tools: [ECHO] });
    await call(double);
    double.forgetSessions();
    expect((await call(double)).content).toEqual(said('You said hello.').content);
    expect(double.count('initialize')).toBe(2);
  });

  test.each([
    [false, 1],
    [true, 2],
  ])('a server that dies in a call: repeatable %s = sent %i times', async (repeatable, times) => {
    let lives = 0;
    const double = await start({
      tools: [
        {
          name: 'die',
          call(_given, { response }) {
            lives += 1;
            if (lives > 1) return said('Alive.');
            response.destroy();
            return HANDLED;
          },
        },
      ],
    });
    await clients.describe(double.server(), { signal });
    const called = call(double, 'die', { repeatable });
    if (repeatable) expect((await called).content).toEqual(said('Alive.').content);
    else await expect(called).rejects.toMatchObject({ kind: 'unreachable' });
    expect(lives).toBe(times);
  });

  test('a stream that breaks off in a call ends it at once', async () => {
    const double = await start({
      tools: [
        {
          name: 'break',
          call(_given, { send, response, progressToken }) {
            send({ method: 'notifications/progress', params: { progressToken, progress: 1 } });
            response.end();
            return HANDLED;
          },
        },
      ],
    });
    await expect(call(double, 'break')).rejects.toMatchObject({ kind: 'unreachable' });
  });

  test('a server that is gone is not asked again at once; when it is back, it is', async () => {
    const double = await start({ tools: [ECHO] });
    await call(double);
    await double.kill();
    await expect(call(double)).rejects.toMatchObject({ kind: 'unreachable' });
    const before = double.journal.length;
    await expect(call(double)).rejects.toMatchObject({ kind: 'unreachable' });
    await expect(call(double)).rejects.toThrow(/tried again in \d+ s/);
    await double.restart();
    expect(double.journal.length).toBe(before);
    await expect
      .poll(() =>
        call(double).then(
          () => 'answered',
          ({ kind }) => kind,
        ),
      )
      .toBe('answered');
  });

  test('one that hangs costs its time and no more, and is told', async () => {
    const double = await start({ tools: [{ name: 'hang', call: () => new Promise(() => {}) }] });
    const server = double.server('double', { toolTimeoutMs: 100 });
    const tool = { name: 'hang', description: '', inputSchema: {}, hash: '' };
    const called = clients.callTool(server, { tool, arguments: {}, repeatable: true }, { signal });
    await expect(called).rejects.toMatchObject({ kind: 'timed_out' });
    await expect.poll(() => double.count('notifications/cancelled')).toBe(1);
    expect(double.count('tools/call')).toBe(1);
  });

  test('progress gives it more time, and is reported', async () => {
    const double = await start({
      tools: [
        {
          name: 'long',
          async call(_given, { send, progressToken }) {
            for (let progress = 1; progress <= 5; progress++) {
              await new Promise((resolve) => setTimeout(resolve, 60));
              send({
                method: 'notifications/progress',
                params: { progressToken, progress, total: 5, message: 'Works' },
              });
            }
            return said('Done.');
          },
        },
      ],
    });
    const heard: string[] = [];
    const tool = { name: 'long', description: '', inputSchema: {}, hash: '' };
    const result = await clients.callTool(
      double.server('double', { toolTimeoutMs: 150 }),
      { tool, arguments: {}, repeatable: false },
      { signal, onProgress: (progress) => heard.push(progress) },
    );
    expect(result.content).toEqual(said('Done.').content);
    expect(heard.slice(0, 4)).toEqual(['1 of 5: Works', '2 of 5: Works', '3 of 5: Works', '4 of 5: Works']);
  });

  test('what is cancelled is cancelled at the server, and leaves no stream open', async () => {
    let stopped = false;
    const closed = Promise.withResolvers<void>();
    const double = await start({
      tools: [
        {
          name: 'stop',
          async call(_given, { cancelled, response }) {
            response.once('close', closed.resolve);
            await cancelled;
            stopped = true;
            return HANDLED;
          },
        },
      ],
    });
    const gone = new AbortController();
    const called = call(double, 'stop', { signal: gone.signal });
    await expect.poll(() => double.count('tools/call')).toBe(1);
    gone.abort();
    await expect(called).rejects.toMatchObject({ kind: 'cancelled' });
    await expect.poll(() => stopped).toBe(true);
    await closed.promise;
  });

  test.each(['application/json', 'text/event-stream'])('12 MB in one message of %s are refused', async (type) => {
    const big = 'x'.repeat(12_000_000);
    const double = await start({
      tools: [
        {
          name: 'big',
          call(_given, { send, id, response }) {
            if (type === 'application/json') return said(big);
            send({ id, result: said(big) });
            response.end();
            return HANDLED;
          },
        },
        ECHO,
      ],
    });
    await expect(call(double, 'big')).rejects.toMatchObject({
      kind: 'too_large',
      message: expect.stringContaining('10 MB'),
    });
    expect((await call(double)).content).toEqual(said('You said hello.').content);
  });

  test.each([
    ['text', 'text/plain', 'Hello, I am a server.'],
    ['broken JSON', 'application/json', '{"jsonrpc":'],
    ['JSON of something else', 'application/json', '{"ok":true}'],
    ['a result of another shape', 'application/json', '{"jsonrpc":"2.0","id":ID,"result":{"content":"no"}}'],
  ])('%s instead of a reply is a bad reply', async (_what, type, text) => {
    const double = await start({
      tools: [
        {
          name: 'garbage',
          call(_given, { response, id }) {
            response.writeHead(200, { 'content-type': type }).end(text.replace('ID', String(id)));
            return HANDLED;
          },
        },
      ],
    });
    await expect(call(double, 'garbage')).rejects.toMatchObject({ kind: 'bad_reply' });
  });

  test.each([
    [401, 'needs_authorization', '401'],
    [403, 'refused', '403'],
    [404, 'refused', 'Check its path'],
    [429, 'refused', '429'],
    [503, 'unreachable', '503'],
  ])('status %i is %s', async (status, kind, words) => {
    const double = await start({ intercept: (_request, response) => Boolean(response.writeHead(status).end('{}')) });
    const described = clients.describe(double.server(), { signal });
    await expect(described).rejects.toMatchObject({ kind, message: expect.stringContaining(words) });
  });

  test('the protocol’s own errors come in the server’s words, cleaned', async () => {
    const double = await start({
      tools: [
        {
          name: 'refuse',
          call(_given, { response, id }) {
            const error = { code: -32602, message: 'No such \u202epath\u0007.' };
            response.writeHead(200, { 'content-type': 'application/json' });
            response.end(JSON.stringify({ jsonrpc: '2.0', id, error }));
            return HANDLED;
          },
        },
      ],
    });
    const called = call(double, 'refuse');
    await expect(called).rejects.toMatchObject({ kind: 'rejected', message: 'The server refused: No such path.' });
  });
});

describe('probe', () => {
  test('says each step, and what it found serves the next run', async () => {
    const double = await start({ tools: [ECHO] });
    const probe = await clients.probe(double.server(), signal);
    expect(probe).toMatchObject({
      ok: true,
      steps: [{ ok: true }, { ok: true }],
      description: { tools: [{ name: 'echo' }] },
    });
    await clients.describe(double.server(), { signal });
    expect(double.count('tools/list')).toBe(1);
  });

  test('says what is wrong at the step where it is', async () => {
    const double = await start({ intercept: (_request, response) => Boolean(response.writeHead(401).end()) });
    const probe = await clients.probe(double.server(), signal);
    expect(probe).toEqual({
      ok: false,
      description: null,
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
    const described = clients.describe(testServer('s', url), { signal });
    await expect(described).rejects.toMatchObject({ kind: 'forbidden_address' });
  });

  test('a redirect to another origin is not followed', async () => {
    const victim = await start({ tools: [ECHO] });
    const double = await start({
      intercept: (_request, response) => Boolean(response.writeHead(307, { location: victim.url }).end()),
    });
    const described = clients.describe(double.server(), { signal });
    await expect(described).rejects.toMatchObject({ kind: 'refused', message: expect.stringContaining('redirects') });
    expect(victim.journal).toEqual([]);
  });

  test('a redirect within the origin is', async () => {
    const double = await start({
      tools: [ECHO],
      intercept(request, response) {
        if (request.url !== '/mcp') return false;
        response.writeHead(307, { location: '/elsewhere' }).end();
        return true;
      },
    });
    expect((await call(double)).content).toEqual(said('You said hello.').content);
  });
});
