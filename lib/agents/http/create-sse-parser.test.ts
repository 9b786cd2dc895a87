import { describe, expect, it } from 'vitest';
import { createSseParser } from './create-sse-parser';

describe('createSseParser', () => {
  const stream = Buffer.from(
    'event: x\r\ndata: {"a":"ü€🙂"}\r\n\r\n: comment\n\ndata:one\ndata: two\n\nid: 7\n\ndata: [DONE]\n\n',
  );
  const expected = ['{"a":"ü€🙂"}', 'one\ntwo', '[DONE]'];

  it('gives the same events however the bytes are cut', () => {
    for (let size = 1; size <= stream.length; size++) {
      const parse = createSseParser();
      const events: string[] = [];
      for (let at = 0; at < stream.length; at += size) events.push(...parse(stream.subarray(at, at + size)));
      expect(events).toEqual(expected);
    }
  });

  it('keeps an event that is not complete', () => {
    const parse = createSseParser();
    expect(parse(Buffer.from('data: half'))).toEqual([]);
    expect(parse(Buffer.from(' more\n\n'))).toEqual(['half more']);
  });
});
