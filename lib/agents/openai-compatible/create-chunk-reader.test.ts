import { describe, expect, it } from 'vitest';
import { createChunkReader } from './create-chunk-reader';

const TOOLS = ['new_answer', 'vote', 'abstain', 'get_peer_answers', 'post_note'];

const chunk = (delta: object, finish_reason: string | null = null) =>
  JSON.stringify({ choices: [{ delta, finish_reason }] });
const call = (index: number | null, id: string | null, name: string | null, args: string) =>
  chunk({ tool_calls: [{ index, id, function: { name, arguments: args } }] });

describe('createChunkReader', () => {
  it('puts the pieces of several tool calls together by index', () => {
    const reader = createChunkReader(() => 'made', TOOLS);
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
    const reader = createChunkReader(() => 'made', TOOLS);
    reader.push(call(null, 'a', 'vote', '{"x":'));
    reader.push(call(null, null, null, '1}'));
    reader.push(call(null, 'b', 'vote', '{"x":2}'));
    reader.push(chunk({}, 'stop'));
    expect(reader.end().map((event) => (event.type === 'tool' ? event.arguments : event.type))).toEqual([
      { x: 1 },
      { x: 2 },
      'done',
    ]);
    const anonymous = createChunkReader(() => 'made', TOOLS);
    expect(anonymous.push(call(0, null, 'vote', '{}'))).toEqual([
      { type: 'toolStart', toolCallId: 'made', tool: 'vote' },
    ]);
  });

  it('hands arguments that are no JSON over as text', () => {
    const reader = createChunkReader(() => 'made', TOOLS);
    reader.push(call(0, 'a', 'vote', '{"answer_id": A'));
    reader.push(chunk({}, 'tool_calls'));
    expect(reader.end()[0]).toMatchObject({ arguments: '{"answer_id": A' });
  });

  it.each([
    ['stop', 'stop'],
    ['length', 'length'],
    ['content_filter', 'refused'],
    ['weird', 'failed'],
  ])('finish reason %s is %s', (given, reason) => {
    const reader = createChunkReader(() => 'made', TOOLS);
    reader.push(chunk({ content: 'x' }, given));
    expect(reader.end()).toMatchObject([{ type: 'done', reason }]);
  });

  it('ends well at [DONE] without a finish reason; without either the stream was cut', () => {
    const reader = createChunkReader(() => 'made', TOOLS);
    reader.push(chunk({ content: 'x' }));
    expect(() => reader.end()).toThrow(expect.objectContaining({ code: 'network' }));
    reader.push('[DONE]');
    expect(reader.end()).toEqual([{ type: 'done', reason: 'stop' }]);
  });

  it('an error in the stream is the provider’s error, a frame without JSON a fault of protocol', () => {
    const reader = createChunkReader(() => 'made', TOOLS);
    expect(() => reader.push('{"error":{"message":"Rate limit reached"}}')).toThrow(
      expect.objectContaining({ code: 'rate_limited' }),
    );
    for (const bad of ['{', '7', '"x"'])
      expect(() => reader.push(bad)).toThrow(expect.objectContaining({ code: 'protocol' }));
  });

  it('survives chunks that lack what others have', () => {
    const reader = createChunkReader(() => 'made', TOOLS);
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

  describe('shapes seen in the field', () => {
    const toolsOf = (chunks: string[]) => {
      const reader = createChunkReader(() => 'made', TOOLS);
      const events = [...chunks.flatMap((data) => reader.push(data)), ...reader.push('[DONE]'), ...reader.end()];
      return {
        starts: events.flatMap((event) => (event.type === 'toolStart' ? [event.tool] : [])),
        calls: events.flatMap((event) =>
          event.type === 'tool' ? [[event.toolCallId, event.tool, event.arguments]] : [],
        ),
      };
    };
    const textsOf = (chunks: string[]) => {
      const reader = createChunkReader(() => 'made', TOOLS);
      const read = { text: '', reasoning: '' };
      for (const event of [...chunks.flatMap((data) => reader.push(data)), ...reader.push('[DONE]'), ...reader.end()])
        if (event.type === 'text' || event.type === 'reasoning') read[event.type] += event.text;
      return read;
    };
    const piece = (value: object) => chunk({ tool_calls: [value] });

    it('a new id begins a new call, also under the same index', () => {
      expect(toolsOf([call(0, 'a', 'get_peer_answers', '{}'), call(0, 'b', 'post_note', '{"text":"Hi."}')])).toEqual({
        starts: ['get_peer_answers', 'post_note'],
        calls: [
          ['a', 'get_peer_answers', {}],
          ['b', 'post_note', { text: 'Hi.' }],
        ],
      });
    });

    it('a name behind whole arguments begins a new call, also without an id', () => {
      const { calls } = toolsOf([call(0, '', 'post_note', '{"text":"1"}'), call(0, '', 'post_note', '{"text":"2"}')]);
      expect(calls.map(([, , args]) => args)).toEqual([{ text: '1' }, { text: '2' }]);
    });

    it('an id and a name with every piece are still one call, an id of its own with every piece too', () => {
      for (const id of ['a', 'b']) {
        const pieces = [call(0, 'a', 'vote', '{"answer_id"'), call(0, id, id === 'a' ? 'vote' : null, ':"A.1"}')];
        expect(toolsOf(pieces).calls).toEqual([['a', 'vote', { answer_id: 'A.1' }]]);
      }
      expect(toolsOf([call(0, 'a', 'vote', '{"x":1}'), call(0, 'a', 'vote', '')]).calls).toHaveLength(1);
    });

    it('a name may come in pieces', () => {
      const pieces = [call(0, 'a', 'new_', ''), call(0, null, 'answer', ''), call(0, null, null, '{"content":"Hi"}')];
      expect(toolsOf(pieces)).toEqual({ starts: ['new_answer'], calls: [['a', 'new_answer', { content: 'Hi' }]] });
    });

    it('arguments may be an object, encoded twice, in a fence, with raw line breaks', () => {
      const args = { content: 'Two\nlines' };
      const text = JSON.stringify(args);
      for (const given of [args, JSON.stringify(text), `\`\`\`json\n${text}\n\`\`\``, text.replace('\\n', '\n')]) {
        const { calls } = toolsOf([piece({ index: 0, id: 'a', function: { name: 'new_answer', arguments: given } })]);
        expect(calls).toEqual([['a', 'new_answer', args]]);
      }
    });

    it('the form before tools is read too', () => {
      const pieces = [
        chunk({ function_call: { name: 'vote', arguments: '{"x"' } }),
        chunk({ function_call: { arguments: ':1}' } }),
      ];
      expect(toolsOf(pieces).calls).toEqual([['made', 'vote', { x: 1 }]]);
    });

    it('content may be a list of parts, of which thinking is reasoning', () => {
      const thinking = { type: 'thinking', thinking: [{ type: 'text', text: 'Hm.' }] };
      const chunks = [chunk({ content: [thinking] }), chunk({ content: [{ type: 'text', text: 'Green' }, '.'] })];
      expect(textsOf(chunks)).toEqual({ text: 'Green.', reasoning: 'Hm.' });
    });

    it('message may stand for delta, and a whole message behind its pieces says nothing new', () => {
      const message = JSON.stringify({ choices: [{ message: { content: 'Green.' }, finish_reason: 'stop' }] });
      expect(textsOf([message]).text).toBe('Green.');
      expect(textsOf([chunk({ content: 'Green.' }), message]).text).toBe('Green.');
    });

    it('thoughts in tags are reasoning, also when their beginning was not marked', () => {
      expect(textsOf([chunk({ content: '<thi' }), chunk({ content: 'nk>Hm.</think>Green.' })])).toEqual({
        text: 'Green.',
        reasoning: 'Hm.',
      });
      const reader = createChunkReader(() => 'made');
      expect(reader.push(chunk({ content: 'Hm.' }))).toEqual([{ type: 'text', text: 'Hm.' }]);
      expect(reader.push(chunk({ content: '</think>Green.' }))).toEqual([
        { type: 'recast' },
        { type: 'text', text: 'Green.' },
      ]);
    });

    it('several chunks in one event are read one by one', () => {
      expect(textsOf([`${chunk({ content: 'Gre' })}\n${chunk({ content: 'en.' })}`]).text).toBe('Green.');
    });

    it.each([
      [
        '{"object":"error","message":"maximum context length is 4096 tokens","type":"BadRequestError","code":400}',
        'context_too_long',
      ],
      ['{"error":{"message":"Insufficient credits","code":402}}', 'quota'],
      [
        '[{"error":{"code":400,"message":"Function calling is not enabled","status":"INVALID_ARGUMENT"}}]',
        'bad_request',
      ],
      ['{"detail":"Not a model of this server"}', 'overloaded'],
      ['{"base_resp":{"status_code":1008,"status_msg":"insufficient balance"}}', 'quota'],
      ['{"choices":[{"delta":{},"error":{"code":502,"message":"Upstream is gone"}}]}', 'overloaded'],
    ])('%s is the provider’s error, in its own words', (data, code) => {
      const words = /"(?:message|detail|status_msg)":"([^"]+)"/.exec(data)?.[1];
      expect(() => createChunkReader(() => 'made').push(data)).toThrow(
        expect.objectContaining({ code, message: words }),
      );
    });
  });

  it('a call that the limit has cut says so; one that was whole before is whole', () => {
    const reader = createChunkReader(() => 'made', TOOLS);
    reader.push(call(0, 'a', 'vote', '{"answer_id":"A.1"}'));
    reader.push(call(1, 'b', 'new_answer', '{"content":"The first ha'));
    reader.push(chunk({}, 'length'));
    expect(reader.end()).toEqual([
      { type: 'tool', toolCallId: 'a', tool: 'vote', arguments: { answer_id: 'A.1' } },
      { type: 'tool', toolCallId: 'b', tool: 'new_answer', arguments: '{"content":"The first ha', isCut: true },
      { type: 'done', reason: 'length', said: 'length' },
    ]);
  });

  it.each([
    ['reasoning_content', { reasoning_content: 'Hm.' }, { field: 'reasoning_content' }],
    ['reasoning', { reasoning: 'Hm.' }, { field: 'reasoning' }],
    [
      'reasoning_details',
      { reasoning: 'Hm.', reasoning_details: [{ type: 'reasoning.encrypted', data: 'x', index: 0 }] },
      { field: 'reasoning', details: [{ type: 'reasoning.encrypted', data: 'x', index: 0 }] },
    ],
    ['parts of the content', { content: [{ type: 'thinking', thinking: 'Hm.' }] }, { field: 'content' }],
  ])('keeps %s for the next request when tools were called', (_name, delta, data) => {
    const reader = createChunkReader(() => 'made', TOOLS);
    reader.push(chunk(delta));
    reader.push(call(0, 'a', 'vote', '{}'));
    reader.push(chunk({}, 'tool_calls'));
    expect(reader.end().find(({ type }) => type === 'kept')).toEqual({
      type: 'kept',
      parts: [
        { kind: 'reasoning', text: 'Hm.', data },
        { kind: 'tool', toolCallId: 'a' },
      ],
    });
  });
});
