import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { AgentEvent } from '../backend';
import { backendFor } from '../registry';
import { collectEvents, sampleCall, textOf } from '../testing/sample-call';
import { type Answer, type ReplyingServer, startReplyingServer } from './testing/start-replying-server';

type Frame = { type: string; [field: string]: unknown };

let server: ReplyingServer;

beforeAll(async () => {
  server = await startReplyingServer();
  vi.stubEnv('MASSGEN_TRUSTED_ORIGINS', server.origin);
});
afterAll(() => {
  vi.unstubAllEnvs();
  server.close();
});

const message = { id: 'm', type: 'message', role: 'assistant', model: 'm', content: [] };
const BEGIN: Frame = { type: 'message_start', message: { ...message, usage: { input_tokens: 7, output_tokens: 1 } } };
const END: Frame = { type: 'message_delta', delta: { stop_reason: 'end_turn' }, usage: { output_tokens: 9 } };
const STOP: Frame = { type: 'message_stop' };
const DONE: AgentEvent = { type: 'done', reason: 'stop' };

const start = (content_block: object, index = 0): Frame => ({ type: 'content_block_start', index, content_block });
const delta = (given: object, index = 0): Frame => ({ type: 'content_block_delta', index, delta: given });
const says = (text: string) => delta({ type: 'text_delta', text });
const writes = (partial_json: string) => delta({ type: 'input_json_delta', partial_json });
const called = (input: unknown) => start({ type: 'tool_use', id: 't1', name: 'new_answer', input });

const stream = (...frames: Frame[]) =>
  frames.map((frame) => `event: ${frame.type}\ndata: ${JSON.stringify(frame)}\n\n`).join('');
const dataOnly = (...frames: Frame[]) => frames.map((frame) => `data: ${JSON.stringify(frame)}\n\n`).join('');

function read(answer: string | Answer): Promise<AgentEvent[]> {
  server.reply(typeof answer === 'string' ? { body: answer } : answer);
  return collectEvents(backendFor('claude'), sampleCall('claude', 'm', server.origin));
}

const usageOf = (events: AgentEvent[]) => events.find((event) => event.type === 'usage')?.usage;
const toolOf = (events: AgentEvent[]) => events.find((event) => event.type === 'tool');

const GREEN = stream(BEGIN, start({ type: 'text', text: '' }), says('Green'));

describe('what stands in the start of a block', () => {
  it('text: the deltas add to it', async () => {
    const events = await read(stream(BEGIN, start({ type: 'text', text: 'The shed ' }), says('is green.'), END, STOP));
    expect(textOf(events, 'text')).toBe('The shed is green.');
  });

  it('text: it may be all', async () => {
    const events = await read(stream(BEGIN, start({ type: 'text', text: 'Green.' }), END, STOP));
    expect(textOf(events, 'text')).toBe('Green.');
  });

  it('thinking, which goes back as it came', async () => {
    const events = await read(
      stream(
        BEGIN,
        start({ type: 'thinking', thinking: 'Let me ', signature: 'signed' }),
        delta({ type: 'thinking_delta', thinking: 'see.' }),
        start({ type: 'tool_use', id: 't1', name: 'vote', input: {} }, 1),
        END,
        STOP,
      ),
    );
    expect(textOf(events, 'reasoning')).toBe('Let me see.');
    expect(events.find((event) => event.type === 'kept')?.parts).toEqual([
      { kind: 'reasoning', text: 'Let me see.', data: { signature: 'signed' } },
      { kind: 'tool', toolCallId: 't1' },
    ]);
  });

  it.each([
    ['the whole input of a call', [called({ content: 'Green' })], { content: 'Green' }],
    ['an empty input, and pieces', [called({}), writes('{"content":'), writes('"Blue"}')], { content: 'Blue' }],
    ['an input that pieces replace', [called({ content: 'Green' }), writes('{"content":"Blue"}')], { content: 'Blue' }],
    ['an input that an empty piece leaves', [called({ content: 'Green' }), writes('')], { content: 'Green' }],
    ['no input at all', [called(undefined)], {}],
  ])('%s', async (_, frames, args) => {
    const events = await read(stream(BEGIN, ...frames, END, STOP));
    expect(toolOf(events)).toMatchObject({ toolCallId: 't1', tool: 'new_answer', arguments: args });
    expect(events.at(-1)).toEqual({ type: 'done', reason: 'tool' });
  });

  it('a whole input is not cut by the limit that ends the reply', async () => {
    const limit = { ...END, delta: { stop_reason: 'max_tokens' } };
    expect(toolOf(await read(stream(BEGIN, called({ content: 'Green' }), limit, STOP)))).not.toHaveProperty('isCut');
    expect(toolOf(await read(stream(BEGIN, called({}), limit, STOP)))).toMatchObject({ isCut: true });
  });
});

describe('a reply without its counts', () => {
  const text = start({ type: 'text', text: 'Green' });
  const bare = { type: 'message_delta', delta: { stop_reason: 'end_turn' } };

  it.each([
    ['none at its end', [BEGIN, text, bare, STOP], { inputTokens: 7, outputTokens: 1 }],
    ['null at its end', [BEGIN, text, { ...bare, usage: null }, STOP], { inputTokens: 7, outputTokens: 1 }],
    ['none at its beginning', [{ type: 'message_start', message }, text, END, STOP], { outputTokens: 9 }],
    ['null at its beginning', [{ type: 'message_start', message: { ...message, usage: null } }, text, END, STOP], {}],
    ['no message at its beginning', [{ type: 'message_start' }, text, END, STOP], { outputTokens: 9 }],
  ])('%s', async (_, frames, counts) => {
    const events = await read(stream(...frames));
    expect(textOf(events, 'text')).toBe('Green');
    expect(usageOf(events)).toMatchObject(counts);
    expect(events.at(-1)).toEqual(DONE);
  });

  it('none at all: nothing is said of them', async () => {
    const events = await read(stream({ type: 'message_start' }, text, bare, STOP));
    expect(textOf(events, 'text')).toBe('Green');
    expect(usageOf(events)).toBeUndefined();
  });
});

describe('the end of a reply', () => {
  it('is its message_stop, also on a connection that stays open, which is let go of', { timeout: 5000 }, async () => {
    const events = await read({ body: GREEN + stream(END, STOP), connection: 'stays open' });
    expect(textOf(events, 'text')).toBe('Green');
    expect(events.at(-1)).toEqual(DONE);
    await vi.waitFor(async () => expect(await server.openConnections()).toBe(0), { timeout: 4000 });
  });

  it('leaves the connection to the next request where the server ends its stream', async () => {
    const readAgain = async () => {
      const before = server.connections;
      await read({ body: GREEN + stream(END, STOP), connection: 'ends later' });
      expect(server.connections).toBe(before);
    };
    await vi.waitFor(readAgain);
  });

  it.each([
    ['a connection that is cut', { body: GREEN + stream(END), connection: 'is cut' as const }],
    [
      'one that is cut within a frame',
      { body: `${GREEN + stream(END)}data: {"type":"mess`, connection: 'is cut' as const },
    ],
    ['an end without message_stop', { body: GREEN + stream(END) }],
    ['an end within a frame', { body: `${GREEN + stream(END)}data: {"type":"mess` }],
    ['a last frame without its empty line', { body: (GREEN + stream(END)).trimEnd() }],
  ])('has come with the reason to stop: %s', async (_, answer) => {
    const events = await read(answer);
    expect(textOf(events, 'text')).toBe('Green');
    expect(usageOf(events)).toMatchObject({ inputTokens: 7, outputTokens: 9 });
    expect(events.at(-1)).toEqual(DONE);
  });

  it.each([
    ['a connection that is cut', { body: GREEN, connection: 'is cut' as const }],
    ['an end', { body: GREEN }],
  ])('has not come before: %s', async (_, answer) => {
    await expect(read(answer)).rejects.toMatchObject({ name: 'BackendError', code: 'network' });
  });
});

describe('a person who stops', () => {
  it('is heard behind the reason to stop too', async () => {
    const controller = new AbortController();
    server.reply({ body: GREEN + stream(END), connection: 'stays open' });
    const call = sampleCall('claude', 'm', server.origin);
    const stopAtText = async () => {
      for await (const { type } of backendFor('claude').call(call, controller.signal))
        if (type === 'text') controller.abort();
    };
    await expect(stopAtText()).rejects.toMatchObject({ name: 'AbortError' });
  });
});

describe('the form of the stream', () => {
  it('frames without a name are read by their type', async () => {
    const events = await read(dataOnly(BEGIN, start({ type: 'text', text: '' }), says('Green'), END, STOP));
    expect(textOf(events, 'text')).toBe('Green');
    expect(usageOf(events)).toMatchObject({ inputTokens: 7, outputTokens: 9 });
    expect(events.at(-1)).toEqual(DONE);
  });

  it.each([
    ['[DONE]', 'data: [DONE]\n\n'],
    ['a type that nobody knows', 'data: {"type":"gateway_notice","message":"Routed to eu-1."}\n\n'],
    ['a ping', 'event: ping\ndata: {"type":"ping"}\n\n'],
    ['a ping without data', 'event: ping\ndata: \n\n'],
    ['a ping without JSON', 'event: ping\ndata: ping\n\n'],
    ['a notice', 'data: {"type":"gateway_notice","detail":"Routed to eu-1.","error":null}\n\n'],
    ['an empty reason to stop', stream({ type: 'message_delta', delta: { stop_reason: '' } })],
    ['a delta of a kind that nobody knows', stream(delta({ type: 'mood_delta', mood: 'calm' }))],
    ['a delta without content', stream({ type: 'content_block_delta', index: 0 })],
    ['a start without a block', stream({ type: 'content_block_start', index: 5 })],
  ])('%s is passed over', async (_, frame) => {
    const events = await read(frame + GREEN + frame + stream(END) + frame + stream(STOP));
    expect(textOf(events, 'text')).toBe('Green');
    expect(events.at(-1)).toEqual(DONE);
  });

  const WHOLE = {
    ...message,
    content: [
      { type: 'thinking', thinking: 'Let me see.', signature: 'signed' },
      { type: 'text', text: 'I publish it.' },
      { type: 'tool_use', id: 't1', name: 'new_answer', input: { content: 'Green' } },
    ],
    stop_reason: 'tool_use',
    usage: { input_tokens: 7, output_tokens: 9 },
  };

  it.each(['application/json', 'text/event-stream', 'text/plain'])(
    'a whole message instead of a stream is the reply, as %s',
    async (contentType) => {
      const events = await read({ body: JSON.stringify(WHOLE, null, 2), contentType });
      expect(textOf(events, 'reasoning')).toBe('Let me see.');
      expect(textOf(events, 'text')).toBe('I publish it.');
      expect(toolOf(events)).toMatchObject({ toolCallId: 't1', arguments: { content: 'Green' } });
      expect(events.find((event) => event.type === 'kept')?.parts).toMatchObject([
        { kind: 'reasoning', text: 'Let me see.', data: { signature: 'signed' } },
        { kind: 'text', text: 'I publish it.' },
        { kind: 'tool', toolCallId: 't1' },
      ]);
      expect(usageOf(events)).toMatchObject({ inputTokens: 7, outputTokens: 9 });
      expect(events.at(-1)).toEqual({ type: 'done', reason: 'tool' });
      expect(server.requests).toBe(1);
    },
  );

  it('a stream that calls itself JSON is a stream', async () => {
    const events = await read({ body: GREEN + stream(END, STOP), contentType: 'application/json' });
    expect(textOf(events, 'text')).toBe('Green');
  });
});

describe('an answer that is no reply has its own words in the error', () => {
  const json = (value: object): Answer => ({ body: JSON.stringify(value), contentType: 'application/json' });
  const holiday = { type: 'api_error', message: 'The model is on holiday.' };

  it.each<[string, Answer, string, string]>([
    ['an error as a body', json({ type: 'error', error: holiday }), 'overloaded', 'The model is on holiday.'],
    ['an error without a type', json({ error: holiday }), 'overloaded', 'The model is on holiday.'],
    ['a code of MiniMax', json({ base_resp: { status_code: 1004, status_msg: 'login fail' } }), 'overloaded', 'login'],
    ['a key that is refused', json({ error: { code: 401, message: 'No such key.' } }), 'auth', 'No such key.'],
    ['a web page', { body: '<html><body>Sign in</body></html>', contentType: 'text/html' }, 'protocol', 'a web page'],
    ['words', { body: 'The gateway is asleep.', contentType: 'text/plain' }, 'protocol', 'The gateway is asleep.'],
    ['other JSON', json({ ok: true }), 'protocol', 'no message: {"ok":true}'],
    ['nothing', { body: '' }, 'protocol', 'an empty reply'],
    ['no content', { body: '', status: 204 }, 'protocol', 'an empty reply'],
    ['a frame', { body: `data: ${JSON.stringify({ type: 'error', error: holiday })}\n\n` }, 'overloaded', 'on holiday'],
    ['a frame without a type', { body: 'data: {"error":{"message":"Try in May."}}\n\n' }, 'overloaded', 'Try in May.'],
    ['a frame that is named', { body: 'event: error\ndata: {"message":"Try in May."}\n\n' }, 'overloaded', 'in May.'],
    ['a frame behind text', { body: `${GREEN}data: {"error":"Try in May."}\n\n` }, 'overloaded', 'Try in May.'],
    ['a frame of a type of error', { body: 'data: {"type":"api_error","message":"In May."}\n\n' }, 'overloaded', 'May'],
    ['a frame that is no JSON', { body: `${GREEN}data: {"type": "content\n\n` }, 'protocol', '{"type": "content'],
  ])('%s', async (_, answer, code, words) => {
    await expect(read(answer)).rejects.toMatchObject({
      name: 'BackendError',
      code,
      message: expect.stringContaining(words),
    });
    expect(server.requests).toBe(1);
  });
});
