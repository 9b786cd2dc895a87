import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { AgentEvent } from '../backend';
import { backendFor } from '../registry';
import { collectEvents, sampleCall } from '../testing/sample-call';
import { errorInLines } from './error-in-lines';
import { createHeldBytes } from './held-bytes';

type Answer = (response: http.ServerResponse) => void;

const green = 'data: {"choices":[{"delta":{"content":"Green."}}]}\n\n';
const finish = 'data: {"choices":[{"delta":{},"finish_reason":"stop"}]}\n\n';
const usage = 'data: {"choices":[],"usage":{"prompt_tokens":3,"completion_tokens":5}}\n\n';
const done = 'data: [DONE]\n\n';

let server: http.Server;
let origin: string;
let answer: Answer = () => {};
/** Resolves when the connection of the last request is closed. */
let closed = Promise.withResolvers<void>();

beforeAll(async () => {
  server = http.createServer((request, response) => {
    closed = Promise.withResolvers();
    request.socket.once('close', () => closed.resolve());
    request.resume().on('end', () => answer(response));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  vi.stubEnv('MASSGEN_TRUSTED_ORIGINS', origin);
});
afterEach(() => server.closeAllConnections());
afterAll(() => {
  vi.unstubAllEnvs();
  server.close();
});

function ask(given: Answer): Promise<AgentEvent[]> {
  answer = given;
  const call = sampleCall('openai_compatible', 'm', `${origin}/v1`);
  return collectEvents(backendFor('openai_compatible'), call);
}

const stream =
  (...pieces: string[]): Answer =>
  (response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    for (const piece of pieces) response.write(piece);
  };
const closing =
  (answerOf: Answer): Answer =>
  (response) => {
    answerOf(response);
    response.end();
  };
/** Breaks the connection once what was said is on its way. */
const breaking =
  (...pieces: string[]): Answer =>
  (response) => {
    stream(...pieces.slice(0, -1))(response);
    response.write(pieces.at(-1) ?? '', () => response.socket?.resetAndDestroy());
  };
const typed =
  (type: string, body: string): Answer =>
  (response) =>
    response.writeHead(200, { 'content-type': type }).end(body);

const READ = [
  { type: 'text', text: 'Green.' },
  { type: 'done', reason: 'stop' },
];

describe('the end of a reply', () => {
  it('is [DONE], also when the server leaves the connection open, which is then let go of', async () => {
    expect(await ask(stream(green, finish, done))).toEqual(READ);
    await closed.promise;
  });

  it('is found behind more than the queue holds at once', async () => {
    const events = await ask(stream(green.repeat(600), green.repeat(600), finish + done));
    expect(events).toHaveLength(1201);
    await closed.promise;
  });

  it('leaves the connection to the next request when the server ends the reply', async () => {
    const sockets: unknown[] = [];
    const noting: Answer = (response) => {
      sockets.push(response.socket);
      closing(stream(green, finish, done))(response);
    };
    // The next request may be faster than the end of the connection's last one.
    await vi.waitFor(async () => {
      for (let at = 0; at < 2; at += 1) expect(await ask(noting)).toEqual(READ);
      expect(sockets.at(-1)).toBe(sockets.at(-2));
    });
  });

  it('is the end of what the server sends, with a finish reason', async () => {
    expect((await ask(closing(stream(green, finish, usage)))).map(({ type }) => type)).toEqual([
      'text',
      'usage',
      'done',
    ]);
  });

  it('has come with the finish reason when the connection breaks behind it', async () => {
    expect(await ask(breaking(green, finish))).toEqual(READ);
  });

  it('has not come when the connection breaks before', async () => {
    await expect(ask(breaking(green))).rejects.toMatchObject({ code: 'network' });
    await expect(ask(closing(stream(green)))).rejects.toMatchObject({ code: 'network' });
  });
});

describe('the form of a reply', () => {
  const whole = JSON.stringify({ choices: [{ message: { content: 'Green.' }, finish_reason: 'stop' }] });

  it.each(['application/json', 'text/plain', 'application/x-ndjson'])(
    'is told by the body, not by %s',
    async (type) => {
      expect(await ask(typed(type, `${green}${finish}${done}`))).toEqual(READ);
      expect(await ask(typed(type, `\n: hello\nid: 1\nevent: message\n${green}${finish}`))).toEqual(READ);
      expect(await ask(typed(type, whole))).toEqual(READ);
      expect(await ask(typed(type, `\n ${JSON.stringify(JSON.parse(whole), null, 2)}`))).toEqual(READ);
    },
  );

  it('an error in events that are called JSON is the provider’s', async () => {
    const body = 'data: {"error":{"message":"Insufficient credits","code":402}}\n\n';
    await expect(ask(typed('application/json', body))).rejects.toMatchObject({
      code: 'quota',
      message: 'Insufficient credits',
    });
  });
});

describe('an error between the events', () => {
  const words = { code: 'overloaded', message: 'The slot is gone' };
  const line = '{"code":500,"message":"The slot is gone","type":"server_error"}';

  it.each([
    `error: ${line}\n\n`,
    `error: {"error":${line}}\n`,
    `{"error":${line}}\n`,
    `{"error":${line}}`,
    `error: ${line}\n\n${done}`,
  ])('%j gives the provider’s words', async (bad) => {
    await expect(ask(closing(stream(green, bad)))).rejects.toMatchObject(words);
    await expect(ask(closing(stream(green + bad)))).rejects.toMatchObject(words);
    await expect(ask(closing(stream(bad)))).rejects.toMatchObject(words);
  });

  it('is seen when its pieces come apart, when the connection breaks, and when it is plain text', async () => {
    await expect(ask(closing(stream(`${green}err`, `or: ${line}\n\n`)))).rejects.toMatchObject(words);
    await expect(ask(breaking(green, `error: ${line}\n\n`))).rejects.toMatchObject(words);
    await expect(ask(closing(stream(green, 'error: The slot is gone\n\n')))).rejects.toMatchObject(words);
  });

  it('is not looked for in what the model says, wherever that is cut into pieces', () => {
    const held = createHeldBytes(1000);
    held.add(Buffer.from('data: {"choices":[{"delta":{"content":"\\n'));
    held.add(Buffer.from('error: none"}}]}\n\n'));
    held.keepLast();
    expect(errorInLines(held.text())).toBeNull();
    held.add(Buffer.from('error: The slot'));
    held.add(Buffer.from(' is gone\n\n'));
    expect(errorInLines(held.text())).toMatchObject(words);
  });
});
