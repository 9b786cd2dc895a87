import { describe, expect, it } from 'vitest';
import { createSseParser } from './create-sse-parser';

describe('createSseParser', () => {
  const stream = Buffer.from(
    'event: x\r\ndata: {"a":"ü€🙂"}\r\n\r\n: comment\n\ndata:one\ndata: two\n\nid: 7\n\ndata: [DONE]\n\n',
  );
  const expected = ['{"a":"ü€🙂"}', 'one\ntwo', '[DONE]'];

  it('gives the same events however the bytes are cut', () => {
    for (let size = 1; size <= stream.length; size++) {
      const parser = createSseParser();
      const events: string[] = [];
      for (let at = 0; at < stream.length; at += size) events.push(...parser.push(stream.subarray(at, at + size)));
      expect(events).toEqual(expected);
    }
  });

  it('keeps an event that is not complete', () => {
    const parser = createSseParser();
    expect(parser.push(Buffer.from('data: half'))).toEqual([]);
    expect(parser.push(Buffer.from(' more\n\n'))).toEqual(['half more']);
    expect(parser.push(Buffer.from('data: [DONE]'))).toEqual([]);
    expect(parser.end()).toEqual(['[DONE]']);
  });

  it('takes a byte order mark, comments, lone carriage returns and no blank behind the colon', () => {
    const parser = createSseParser();
    const bytes = Buffer.from('\uFEFFdata:one\r\r: keep-alive\r\rdata:two\r\n\r\n');
    expect([...parser.push(bytes), ...parser.end()]).toEqual(['one', 'two']);
  });

  it.each([
    ['{"message":"No."}', '{"error":{"message":"No."}}'],
    ['{"error":{"message":"No."}}', '{"error":{"message":"No."}}'],
    ['No.', '{"error":{"message":"No."}}'],
  ])('an event of type error with %s says that it is one', (data, expected) => {
    expect(createSseParser().push(Buffer.from(`event: error\ndata: ${data}\n\n`))).toEqual([expected]);
  });
});
