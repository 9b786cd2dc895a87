import { describe, expect, it } from 'vitest';
import { createChunkReader } from './create-chunk-reader';

const chunk = (delta: object, finish_reason: string | null = null) =>
  JSON.stringify({ choices: [{ delta, finish_reason }] });
const call = (index: number | null, id: string | null, name: string | null, args: string) =>
  chunk({ tool_calls: [{ index, id, function: { name, arguments: args } }] });

describe('createChunkReader', () => {
  it('puts the pieces of several tool calls together by index', () => {
    const reader = createChunkReader(() => 'made');
    expect(reader.push(call(0, 'a', 'vote', ''))).toEqual([{ type: 'toolStart', toolCallId: 'a', tool: 'vote' }]);
    expect(reader.push(call(0, null, null, '{"answer_id"'))).toEqual([{ type: 'progress' }]);
    expect(reader.push(call(1, 'b', 'abstain', '{}'))).toHaveLength(1);
    reader.push(call(0, null, null, ':"A.1"}'));
    reader.push(chunk({}, 'tool_calls'));
    expect(reader.end()).toEqual([
      { type: 'tool', toolCallId: 'a', tool: 'vote', arguments: { answer_id: 'A.1' } },
      { type: 'tool', toolCallId: 'b', tool: 'abstain', arguments: {} },
      { type: 'done', reason: 'tool' },
    ]);
  });

  it('tells calls apart for servers that send no index, and makes a missing id', () => {
    const reader = createChunkReader(() => 'made');
    reader.push(call(null, 'a', 'vote', '{"x":'));
    reader.push(call(null, null, null, '1}'));
    reader.push(call(null, 'b', 'vote', '{"x":2}'));
    reader.push(chunk({}, 'stop'));
    expect(reader.end().map((event) => (event.type === 'tool' ? event.arguments : event.type))).toEqual([
      { x: 1 },
      { x: 2 },
      'done',
    ]);
    const anonymous = createChunkReader(() => 'made');
    expect(anonymous.push(call(0, null, 'vote', '{}'))).toEqual([
      { type: 'toolStart', toolCallId: 'made', tool: 'vote' },
    ]);
  });

  it('hands arguments that are no JSON over as text', () => {
    const reader = createChunkReader(() => 'made');
    reader.push(call(0, 'a', 'vote', '{"answer_id": A'));
    reader.push(chunk({}, 'tool_calls'));
    expect(reader.end()[0]).toMatchObject({ arguments: '{"answer_id": A' });
  });

  it.each([
    ['stop', 'stop'],
    ['length', 'length'],
    ['content_filter', 'refused'],
    ['weird', 'other'],
  ])('finish reason %s is %s', (given, reason) => {
    const reader = createChunkReader(() => 'made');
    reader.push(chunk({ content: 'x' }, given));
    expect(reader.end()).toEqual([{ type: 'done', reason }]);
  });

  it('ends well at [DONE] without a finish reason; without either the stream was cut', () => {
    const reader = createChunkReader(() => 'made');
    reader.push(chunk({ content: 'x' }));
    expect(() => reader.end()).toThrow(expect.objectContaining({ code: 'network' }));
    reader.push('[DONE]');
    expect(reader.end()).toEqual([{ type: 'done', reason: 'stop' }]);
  });

  it('an error in the stream is the provider’s error, a frame without JSON a fault of protocol', () => {
    const reader = createChunkReader(() => 'made');
    expect(() => reader.push('{"error":{"message":"Rate limit reached"}}')).toThrow(
      expect.objectContaining({ code: 'rate_limited' }),
    );
    for (const bad of ['{', '7', '"x"', 'null'])
      expect(() => reader.push(bad)).toThrow(expect.objectContaining({ code: 'protocol' }));
  });

  it('survives chunks that lack what others have', () => {
    const reader = createChunkReader(() => 'made');
    for (const odd of [
      '{}',
      '{"choices":[]}',
      '{"choices":[{}]}',
      '{"choices":[{"delta":null}]}',
      '{"choices":[{"delta":{"content":null}}]}',
    ]) {
      expect(reader.push(odd)).toEqual([]);
    }
  });
});
