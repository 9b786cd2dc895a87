import { describe, expect, it } from 'vitest';
import type { AgentEvent } from '../backend';
import { createChunkReader } from './create-chunk-reader';

const TOOLS = ['new_answer', 'vote'];

const chunk = (delta: object, more: object = {}) => JSON.stringify({ choices: [{ index: 0, delta, ...more }] });
const call = (piece: unknown) => chunk({ tool_calls: piece });
const vote = { index: 0, id: 'a', type: 'function', function: { name: 'vote', arguments: '{"answer_id":"A.1"}' } };
const end = chunk({}, { finish_reason: 'stop' });

function read(chunks: string[]): AgentEvent[] {
  const reader = createChunkReader(() => 'made', TOOLS);
  return [...chunks.flatMap((data) => reader.push(data)), ...reader.end()];
}

const textOf = (chunks: string[]) => read(chunks).flatMap((event) => (event.type === 'text' ? [event.text] : []));
const callsOf = (chunks: string[]) =>
  read(chunks).flatMap((event) => (event.type === 'tool' ? [[event.toolCallId, event.tool, event.arguments]] : []));

describe('tool calls', () => {
  const one = [['a', 'vote', { answer_id: 'A.1' }]];

  it('may be one object instead of a list', () => {
    expect(callsOf([call(vote), end])).toEqual(one);
    const pieces = ['{"answer_id"', ':"A.1"}'].map((text) =>
      call({ ...vote, function: { name: 'vote', arguments: text } }),
    );
    expect(callsOf([...pieces, end])).toEqual(one);
  });

  it('ignores entries that say nothing', () => {
    const empty = { index: 1, id: '', function: { name: '', arguments: '' } };
    for (const nothing of [null, {}, 'x', [], empty, { index: 1 }, { index: 1, id: 'b', function: null }]) {
      expect(callsOf([call([vote]), call([nothing]), end])).toEqual(one);
      expect(callsOf([call([nothing, vote]), end])).toEqual(one);
    }
    expect(read([chunk({ content: 'Green.' }), call([empty]), end]).at(-1)).toEqual({ type: 'done', reason: 'stop' });
  });

  it('sees the half call at a limit although an empty entry comes behind it', () => {
    const half = { index: 0, id: 'a', function: { name: 'vote', arguments: '{"answer_id":"A' } };
    const cut = [call([half]), call([{ index: 1, id: 'b' }]), chunk({}, { finish_reason: 'length' })];
    expect(read(cut)[2]).toMatchObject({ type: 'tool', toolCallId: 'a', isCut: true });
  });

  it('an empty call in the form before tools is none', () => {
    for (const nothing of [{}, { name: '', arguments: '' }]) {
      const events = read([chunk({ content: 'Green.', function_call: nothing }), end]);
      expect(events).toEqual([
        { type: 'text', text: 'Green.' },
        { type: 'done', reason: 'stop' },
      ]);
    }
  });

  it('the whole call once more at the end is the same call', () => {
    const pieces = ['{"answer_id"', ':"A.1"}'].map((text) =>
      call([{ index: 0, id: 'a', function: { arguments: text } }]),
    );
    const begun = call([{ index: 0, id: 'a', function: { name: 'vote', arguments: '' } }]);
    const other = { ...vote, index: 1, id: 'b' };
    const spaced = { ...vote, function: { name: 'vote', arguments: '{ "answer_id": "A.1" }' } };
    const object = { ...vote, function: { name: 'vote', arguments: { answer_id: 'A.1' } } };
    for (const again of [vote, spaced, object])
      expect(callsOf([begun, ...pieces, call([other]), call([again, other]), end])).toEqual([
        ...one,
        ['b', 'vote', { answer_id: 'A.1' }],
      ]);
  });

  it('the first arguments of a call repeat nothing, also when there are none', () => {
    const begun = call([{ index: 0, id: 'a', function: { name: 'other', arguments: '' } }]);
    const given = call([{ index: 0, id: 'a', function: { name: 'other', arguments: '{}' } }]);
    expect(read([begun, given, chunk({}, { finish_reason: 'length' })]).slice(0, 3)).toEqual([
      { type: 'progress' },
      { type: 'toolStart', toolCallId: 'a', tool: 'other' },
      { type: 'tool', toolCallId: 'a', tool: 'other', arguments: {} },
    ]);
  });

  it('another call with the same id is another call', () => {
    const second = { ...vote, function: { name: 'vote', arguments: '{"answer_id":"B.1"}' } };
    expect(callsOf([call([vote]), call([second]), end])).toHaveLength(2);
  });

  it('a name or an id that is no text does no harm', () => {
    expect(callsOf([call([{ ...vote, id: 7 }]), call([{ index: 0, function: { name: {} } }]), end])).toEqual([
      ['7', 'vote', { answer_id: 'A.1' }],
    ]);
  });
});

describe('choices', () => {
  it('reads the first, whatever comes of others', () => {
    const second = (delta: object) => ({ index: 1, delta, finish_reason: 'length' });
    const both = JSON.stringify({ choices: [second({ content: 'Red.' }), { index: 0, delta: { content: 'Green.' } }] });
    const other = JSON.stringify({ choices: [second({ content: 'Red.' })] });
    expect(read([both, other, end])).toEqual([
      { type: 'text', text: 'Green.' },
      { type: 'done', reason: 'stop' },
    ]);
  });

  it.each(['[null]', 'null', '{}', '"x"'])('%s is no choice', (choices) => {
    expect(textOf([`{"choices":${choices}}`, chunk({ content: 'Green.' }), end])).toEqual(['Green.']);
  });
});

describe('the end', () => {
  const green = chunk({ content: 'Green.' });

  it.each(['[DONE]', ' [DONE] ', '"[DONE]"', '[done]', '[DONE]\n'])('%j is the end', (mark) => {
    const reader = createChunkReader(() => 'made');
    reader.push(green);
    expect(reader.isOver).toBe(false);
    expect(reader.push(mark)).toEqual([]);
    expect(reader.isOver).toBe(true);
    expect(reader.end()).toEqual([{ type: 'done', reason: 'stop' }]);
  });

  it('is seen behind a chunk in the same event, and nothing behind it is read', () => {
    const reader = createChunkReader(() => 'made');
    expect(reader.push(`${green}\n[DONE]`)).toEqual([{ type: 'text', text: 'Green.' }]);
    for (const late of ['{"id":', green, '{"error":{"message":"Gone"}}']) expect(reader.push(late)).toEqual([]);
    expect(reader.end()).toEqual([{ type: 'done', reason: 'stop' }]);
  });

  it('what cannot be read behind a finish reason is ignored; an error is not', () => {
    const reader = createChunkReader(() => 'made');
    reader.push(chunk({ content: 'Green.' }, { finish_reason: 'stop' }));
    expect(reader.isComplete).toBe(true);
    expect(reader.push('{"choices":[],"usa')).toEqual([]);
    expect(() => reader.push('{"error":{"message":"Rate limit reached"}}')).toThrow('Rate limit reached');
    expect(reader.end()).toEqual([{ type: 'done', reason: 'stop' }]);
  });

  it.each<[unknown, string, string | undefined]>([
    [7, 'failed', '7'],
    [{ type: 'stop' }, 'stop', undefined],
    [{ reason: 'length' }, 'length', 'length'],
    [{ why: 1 }, 'failed', '{"why":1}'],
    [['stop'], 'failed', '["stop"]'],
  ])('the finish reason %j is %s', (word, reason, said) => {
    const events = read([chunk({ content: 'x' }, { finish_reason: word })]);
    expect(events.at(-1)).toEqual({ type: 'done', reason, ...(said && { said }) });
  });

  it.each(['null', '', null])('the finish reason %j is none', (word) => {
    const reader = createChunkReader(() => 'made');
    reader.push(chunk({ content: 'x' }, { finish_reason: word }));
    expect(reader.isComplete).toBe(false);
    expect(() => reader.end()).toThrow(expect.objectContaining({ code: 'network' }));
  });
});

describe('frames that are no chunk', () => {
  it.each([
    'ping',
    'keep-alive',
    'PING',
    'end',
    ' heartbeat ',
    'null',
    '{"message":"queued","position":3}',
    '{"status":"processing","message":"Please wait."}',
    '{"type":"ping"}',
  ])('%s is ignored', (data) => {
    const reader = createChunkReader(() => 'made');
    expect(reader.push(data)).toEqual([]);
    expect(reader.hasReply).toBe(false);
  });

  it.each([
    '{"choices":[{"delta":{"content":"x',
    'choices":[]}',
    '"ping"',
    '7',
    'true',
    '[1]',
    'Internal Server Error',
    'Unauthorized',
    'timeout',
    '<html>',
  ])('%s is a malformed frame', (data) => {
    expect(() => createChunkReader(() => 'made').push(data)).toThrow(expect.objectContaining({ code: 'protocol' }));
  });

  it.each([
    '{"message":"queued"}',
    '{"detail":"No such model"}',
    '{"message":"No route matched","request_id":"x"}',
    '{"message":"Out of credits","status":402,"position":3}',
    '{"message":"Failed","code":500,"progress":0}',
    '{"type":"error","message":"Gone","position":1}',
    '{"error":{},"message":"Gone"}',
  ])('%s is an error', (data) => {
    expect(() => createChunkReader(() => 'made').push(data)).toThrow(expect.objectContaining({ name: 'BackendError' }));
  });

  it.each([[{}], [null], [''], [[]], [{ code: 0, message: '' }], [{ code: '0', message: null }]])(
    'the error %j of a chunk with choices is none',
    (error) => {
      const within = chunk({ content: 'Green' }, { error });
      const beside = JSON.stringify({ choices: [{ delta: { content: '.' } }], error });
      expect(textOf([within, beside, end]).join('')).toBe('Green.');
    },
  );

  it('an error in words stays one beside choices', () => {
    const bad = JSON.stringify({ choices: [{ delta: {} }], error: { code: 0, message: 'The worker is gone' } });
    expect(() => read([bad])).toThrow('The worker is gone');
    const inChoice = JSON.stringify({ choices: [{ delta: {}, error: { message: 'Moved' } }], error: {} });
    expect(() => read([inChoice])).toThrow('Moved');
  });
});

describe('a refusal', () => {
  const said = 'I cannot help with that.';
  const refused = { type: 'done', reason: 'refused', said };

  it('that is all of a reply ends it as refused, in the model’s words', () => {
    const pieces = [chunk({ refusal: 'I cannot ' }), chunk({ refusal: 'help with that.' })];
    expect(read([...pieces, end]).filter(({ type }) => type !== 'progress')).toEqual([refused]);
    const usage = JSON.stringify({ choices: [], usage: { prompt_tokens: 3, completion_tokens: 5 } });
    expect(read([...pieces, end, usage]).slice(-2)).toMatchObject([{ usage: { outputTokens: 5 } }, refused]);
  });

  it('may be the message of a whole reply, or a part of its content', () => {
    for (const message of [{ content: null, refusal: said }, { content: [{ type: 'refusal', refusal: said }] }]) {
      const whole = JSON.stringify({ choices: [{ message, finish_reason: 'stop' }] });
      expect(read([whole]).at(-1)).toEqual(refused);
    }
  });

  it('beside a text is a part of the text, and beside a call nothing is refused', () => {
    expect(textOf([chunk({ content: 'Green. ' }), chunk({ refusal: said }), end]).join('')).toBe(`Green. ${said}`);
    expect(read([call([vote]), chunk({ refusal: said }), end]).at(-1)).toEqual({ type: 'done', reason: 'tool' });
  });
});
