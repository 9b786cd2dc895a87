import { describe, expect, it } from 'vitest';
import { createSseParser } from './sse-parser';

const WIRE = ': hello\n\nid: 1\ndata: {"a":1}\n\nid: 2\r\ndata: x\r\ndata: y\r\n\r\nevent: end\ndata: \n\n';

describe('createSseParser', () => {
  it('gives the same frames wherever the bytes are cut', () => {
    for (const size of [1, 2, 5, 1000]) {
      const parse = createSseParser();
      const frames = [];
      for (let at = 0; at < WIRE.length; at += size) frames.push(...parse(WIRE.slice(at, at + size)));
      expect(frames).toEqual([
        { event: 'message', data: '{"a":1}' },
        { event: 'message', data: 'x\ny' },
        { event: 'end', data: '' },
      ]);
    }
  });

  it('keeps an unfinished frame back', () => {
    const parse = createSseParser();
    expect(parse('data: half')).toEqual([]);
    expect(parse('\n')).toEqual([]);
    expect(parse('\n')).toEqual([{ event: 'message', data: 'half' }]);
  });
});
