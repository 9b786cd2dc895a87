import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readChunks } from './chat-chunk';
import { createChunkParser } from './create-chunk-parser';

/** What a reader makes of a text: its chunks, or that it refuses it. */
function outcome(read: (data: string) => unknown, data: string): unknown {
  try {
    return structuredClone(read(data));
  } catch (error) {
    return String(error);
  }
}

function expectSame(texts: string[]): void {
  const parse = createChunkParser();
  for (const data of texts) expect(outcome(parse, data)).toEqual(outcome(readChunks, data));
}

const frame = (delta: object, more: object = {}) =>
  JSON.stringify({ id: 'x', choices: [{ index: 0, delta, finish_reason: null }], ...more });

describe('createChunkParser', () => {
  it('reads a reply as if each chunk were parsed', () => {
    expectSame([
      frame({ role: 'assistant', content: '' }),
      frame({ content: 'One' }),
      frame({ content: ' two' }),
      frame({ content: '' }),
      frame({ content: ' "three"\n\\ \u2028' }),
      frame({ reasoning_content: 'hm' }),
      frame({ reasoning_content: ' so' }),
      frame({ content: 'x' }),
      frame({ content: ' four' }, { usage: { prompt_tokens: 1 } }),
      frame({ content: ' five' }),
      '{"id":"x","choices":[{"index":0,"delta":{},"finish_reason":"stop"}]}',
    ]);
  });

  it('is not led astray by other places that look like the text', () => {
    // The text in another form, and its usual form as an id.
    const odd = (id: string, text: string) => `{"id":"${id}","choices":[{"delta":{"content":"${text}"}}]}`;
    expectSame([odd('a', '\\u0061'), odd('b', '\\u0061'), odd('c', '\\u0061')]);
    expectSame([odd('same', 'same'), odd('same', 'other'), odd('other', 'same')]);
    // The text in its usual form stands across the border of two others, or is a key.
    const across = (text: string) => `{"choices":[{"delta":{"content":"${text}"}}],"id":"a","model":3}`;
    expectSame([across('\\u002c'), across('b'), across('\\u002c')]);
    const asKey = (text: string) => `{"choices":[{"delta":{"content":"${text}"}}],"message":"hi"}`;
    expectSame([asKey('\\u0063hoices'), asKey('x')]);
    // What stands for the text while it is looked for is in the data already.
    expectSame([odd('\u{f0000}', '\\udb80\\udc00'), odd('b', '\\udb80\\udc00'), odd('\u{f0001}', '\\udb80\\udc01')]);
    const keyed = (text: string) => `{"choices":[{"delta":{"\\u0063ontent":"${text}","content":"\\u0063ontent"}}]}`;
    expectSame([keyed('\\udb80\\udc00'), keyed('x')]);
    // A field twice: the last one counts.
    const twice = (first: string, last: string) => `{"choices":[{"delta":{"content":"${first}","content":"${last}"}}]}`;
    expectSame([twice('a', 'b'), twice('c', 'b'), twice('a', 'd'), twice('c', 'd')]);
    // The text ends, and something else begins.
    expectSame([
      frame({ content: 'a' }),
      frame({ content: 'b' }).replace('"b"', '"b","refusal":"no"'),
      frame({ content: 'b' }).replace('"b"', '"b'),
      frame({ content: 'b' }).replace('"b"', '"b\\"'),
      frame({ content: 'b' }).replace('"b"', '"b\\q"'),
      frame({ content: 'b' }).replace('"b"', '"b\n"'),
      frame({ content: 'b' }).replace('"b"', '"'),
      frame({ content: 'c' }),
    ]);
  });

  it('parses what is around the text once', () => {
    const parse = createChunkParser();
    const [, first, second] = ['One', ' two', ' three'].map((content) => parse(frame({ content, tool_calls: [] }))[0]);
    expect(second).toBe(first);
    expect(second?.choices?.[0]?.delta).toEqual({ content: ' three', tool_calls: [] });
    const anew = createChunkParser();
    for (let at = 0; at < 9; at += 1) anew(frame({ content: 'w' }, { created: at }));
    const [a, b] = [anew(frame({ content: 'x' }))[0], anew(frame({ content: 'y' }))[0]];
    expect(b).not.toBe(a);
  });

  it('keeps what a server puts in anew each time', () => {
    expectSame(
      Array.from({ length: 40 }, (_, at) => frame({ content: `w${at}` }, { created: at, noise: 'ab'.repeat(at % 5) })),
    );
    expectSame(Array.from({ length: 60 }, (_, at) => frame({ content: `w${at}` }, { created: Math.floor(at / 10) })));
  });

  it('gives what parsing gives, for any texts', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 6 }),
      fc.constantFrom('', 'a', 'x', '"', '\\', '\n', '\u{f0000}'),
    );
    const delta = fc.record(
      {
        content: fc.oneof(
          { weight: 6, arbitrary: text },
          fc.constant(null),
          fc.constant([{ type: 'text', text: 'a' }]),
        ),
        role: fc.constant('assistant'),
        reasoning: fc.oneof(text, fc.constant(null)),
        refusal: fc.constantFrom(null, 'no'),
        tool_calls: fc.constantFrom(null, [{ index: 0, id: 'a' }]),
      },
      { requiredKeys: ['content'] },
    );
    const data = fc
      .tuple(
        delta,
        fc.constantFrom({}, { id: 'a' }, { usage: { prompt_tokens: 2 } }, { error: 'x' }),
        fc.boolean(),
        fc.nat(400),
      )
      .map(([one, more, isSpaced, cut]) => {
        const whole = JSON.stringify(
          { choices: [{ index: 0, delta: one, finish_reason: null }], ...more },
          null,
          isSpaced ? 1 : 0,
        );
        return cut < 20 ? whole.slice(0, cut) : whole;
      });
    fc.assert(fc.property(fc.array(data, { maxLength: 12 }), expectSame), { numRuns: 400 });
  });
});
