import { expect, test, vi } from 'vitest';
import { HANDLED } from '../testing/mcp-double';
import { ECHO, NEVER, namedTool, said, testClients } from '../testing/test-clients';

const used = testClients();

test('a session that the server has forgotten is begun anew, and the call made once', async () => {
  const double = await used.start({ tools: [ECHO] });
  await used.call(double);
  double.forgetSessions();
  expect((await used.call(double)).content).toEqual(said('You said hello.').content);
  expect(double.count('initialize')).toBe(2);
});

test.each([
  [false, 1],
  [true, 2],
])('a server that dies in a call: repeatable %s = sent %i times', async (repeatable, times) => {
  let lives = 0;
  const double = await used.start({
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
  await used.clients.describe(double.server(), { signal: NEVER });
  const called = used.call(double, 'die', { repeatable });
  if (repeatable) expect((await called).content).toEqual(said('Alive.').content);
  else await expect(called).rejects.toMatchObject({ kind: 'unreachable' });
  expect(lives).toBe(times);
});

test('a stream that breaks off in a call ends it at once', async () => {
  const double = await used.start({
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
  await expect(used.call(double, 'break')).rejects.toMatchObject({ kind: 'unreachable' });
});

test('a server that is gone is not asked again at once; when it is back, it is', async () => {
  const double = await used.start({ tools: [ECHO] });
  await used.call(double);
  await double.kill();
  await expect(used.call(double)).rejects.toMatchObject({ kind: 'unreachable' });
  await expect(used.call(double)).rejects.toMatchObject({ kind: 'unreachable' });
  await double.restart();
  const before = double.journal.length;
  await expect(used.call(double)).rejects.toMatchObject({ message: 'Nothing listens at this address.' });
  expect(double.journal.length).toBe(before);
  await expect
    .poll(() =>
      used.call(double).then(
        () => 'answered',
        ({ kind }) => kind,
      ),
    )
    .toBe('answered');
});

test('one that hangs costs its time and no more, and is told', async () => {
  const double = await used.start({ tools: [{ name: 'hang', call: () => new Promise(() => {}) }] });
  const server = double.server('double', { toolTimeoutMs: 100 });
  const tool = namedTool('hang');
  const called = used.clients.callTool(server, { tool, arguments: {}, repeatable: true }, { signal: NEVER });
  await expect(called).rejects.toMatchObject({ kind: 'timed_out' });
  await expect.poll(() => double.count('notifications/cancelled')).toBe(1);
  expect(double.count('tools/call')).toBe(1);
});

test('progress gives it more time, and is reported', async () => {
  const double = await used.start({
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
  const tool = namedTool('long');
  const result = await used.clients.callTool(
    double.server('double', { toolTimeoutMs: 150 }),
    { tool, arguments: {}, repeatable: false },
    { signal: NEVER, onProgress: (progress) => heard.push(progress) },
  );
  expect(result.content).toEqual(said('Done.').content);
  expect(heard.slice(0, 4)).toEqual(['1 of 5: Works', '2 of 5: Works', '3 of 5: Works', '4 of 5: Works']);
});

test('what is cancelled is cancelled at the server, and leaves no stream open', async () => {
  let stopped = false;
  const closed = Promise.withResolvers<void>();
  const double = await used.start({
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
  const called = used.call(double, 'stop', { signal: gone.signal });
  await expect.poll(() => double.count('tools/call')).toBe(1);
  gone.abort();
  await expect(called).rejects.toMatchObject({ kind: 'cancelled' });
  await expect.poll(() => stopped).toBe(true);
  await closed.promise;
});

test.each(['application/json', 'text/event-stream'])('12 MB in one message of %s are refused', async (type) => {
  const big = 'x'.repeat(12_000_000);
  const double = await used.start({
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
  await expect(used.call(double, 'big')).rejects.toMatchObject({
    kind: 'too_large',
    message: expect.stringContaining('10 MB'),
  });
  expect((await used.call(double)).content).toEqual(said('You said hello.').content);
});

test.each([
  ['text', 'text/plain', 'Hello, I am a server.'],
  ['broken JSON', 'application/json', '{"jsonrpc":'],
  ['JSON of something else', 'application/json', '{"ok":true}'],
  ['a result of another shape', 'application/json', '{"jsonrpc":"2.0","id":ID,"result":{"content":"no"}}'],
])('%s instead of a reply is a bad reply', async (_what, type, text) => {
  const double = await used.start({
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
  await expect(used.call(double, 'garbage')).rejects.toMatchObject({ kind: 'bad_reply' });
});

test.each([
  [401, 'needs_authorization', '401'],
  [403, 'refused', '403'],
  [404, 'refused', 'Check its path'],
  [429, 'refused', '429'],
  [503, 'unreachable', '503'],
])('status %i is %s', async (status, kind, words) => {
  const double = await used.start({ intercept: (_request, response) => Boolean(response.writeHead(status).end('{}')) });
  const described = used.clients.describe(double.server(), { signal: NEVER });
  await expect(described).rejects.toMatchObject({ kind, message: expect.stringContaining(words) });
});

test('the protocol’s own errors come in the server’s words, cleaned', async () => {
  const double = await used.start({
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
  const called = used.call(double, 'refuse');
  await expect(called).rejects.toMatchObject({ kind: 'rejected', message: 'The server refused: No such path.' });
});

test('a server that takes the connection and says nothing is given up, and not waited for again at once', async () => {
  let asked = 0;
  const double = await used.start({
    intercept: () => {
      asked += 1;
      return true;
    },
  });
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  try {
    const first = used.clients.describe(double.server(), { signal: NEVER });
    const given = expect(first).rejects.toMatchObject({ kind: 'timed_out', message: expect.stringContaining('10 s') });
    await expect.poll(() => asked).toBe(1);
    await vi.advanceTimersByTimeAsync(10_000);
    await given;
    await expect(used.clients.describe(double.server(), { signal: NEVER })).rejects.toMatchObject({
      kind: 'timed_out',
    });
    expect(asked).toBe(1);
  } finally {
    vi.useRealTimers();
  }
});

test('a list of more than 2 MB on a page is not read, and of more than 1,000 tools no more', async () => {
  let description = 'x'.repeat(2000);
  const listed = () => ({
    tools: Array.from({ length: 1200 }, (_, n) => ({ name: `t${n}`, description, inputSchema: { type: 'object' } })),
  });
  const double = await used.start({ listed });
  await expect(used.clients.describe(double.server(), { signal: NEVER })).rejects.toMatchObject({ kind: 'too_large' });
  description = 'short';
  const { tools } = await used.clients.describe(double.server(), { signal: NEVER });
  expect(tools).toHaveLength(1000);
});
