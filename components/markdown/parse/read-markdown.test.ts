import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NO_MARKDOWN, readMarkdown } from './read-markdown';
import { LOOPED, nasty } from './testing/nasty-texts';

const nodesOf = (text: string) => readMarkdown(text).blocks.map((block) => block.nodes);

/** Read as it arrives, in pieces of the given sizes. */
function streamed(text: string, sizes: number[]) {
  let read = NO_MARKDOWN;
  for (let end = 0, turn = 0; end < text.length; turn += 1) {
    end += sizes[turn % sizes.length] ?? 1;
    read = readMarkdown(text.slice(0, end), read);
  }
  return read;
}

const SAMPLE = `# Title

A paragraph with **bold** and
a second line with [a link][1] and a note[^n].

- one

- two

  more of two
- three
***b

1. x
2. y

> quote
> goes on

| a | b |
|---|---|
| 1 | 2 |

\`\`\`ts
const x = 1;

const y = 2;
\`\`\`

$$
a

b
$$

\\[ x = 1 \\] and more

Setext
===

[1]: https://example.com 'Title'
[^n]: The note
    goes on

<div>raw

html</div>

last`;

describe('readMarkdown', () => {
  it('reads a text that arrives as it reads the whole, wherever it is cut', () => {
    for (const size of [1, 3, 7, 20]) expect(streamed(SAMPLE, [size])).toEqual(readMarkdown(SAMPLE));
  });

  it('reads nasty texts without a fault, the same when they arrive in pieces, and loses none of their characters', () => {
    fc.assert(
      fc.property(nasty, fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 5 }), (text, sizes) => {
        const whole = readMarkdown(text);
        expect(streamed(text, sizes)).toEqual(whole);
        if (whole.blocks.length > 0) expect(whole.blocks.map(({ source }) => source).join('')).toBe(whole.text);
      }),
      { numRuns: 1000 },
    );
  });

  it('keeps settled blocks as the same objects', () => {
    const first = readMarkdown('one\n\ntwo\n\nthree\n\nfour');
    const second = readMarkdown('one\n\ntwo\n\nthree\n\nfour goes on', first);
    expect(second.blocks[0]).toBe(first.blocks[0]);
    expect(second.blocks[1]).toBe(first.blocks[1]);
  });

  it('gives a link its address when that arrives later, and leaves blocks without links alone', () => {
    const first = readMarkdown('see [x][1]\n\nmiddle\n\nend\n\nend');
    const second = readMarkdown(`${first.text}\n\n[1]: https://example.com`, first);
    expect(JSON.stringify(second.blocks[0])).toContain('https://example.com');
    expect(second.blocks[1]).toBe(first.blocks[1]);
  });

  it('starts again when the text was replaced', () => {
    expect(readMarkdown('other', readMarkdown('one\n\ntwo'))).toEqual(readMarkdown('other'));
  });
});

/** How deep objects are in one another. */
function depth(value: unknown): number {
  if (value === null || typeof value !== 'object') return 0;
  return 1 + Math.max(0, ...Object.values(value).map(depth));
}

describe('a model in a loop', () => {
  it.each(LOOPED)('with %j: bounded depth, nothing lost, no more than proportional work', (unit) => {
    const read = readMarkdown(`Look:\n\n${unit.repeat(2500)}x ${unit.trimEnd().repeat(2500)}\n`);
    expect(depth(read.blocks)).toBeLessThan(250);
    expect(read.blocks[0]?.nodes).toEqual(nodesOf('Look:')[0]);
    expect(JSON.stringify(read).length).toBeLessThan(50 * read.text.length);
  });

  it.each(LOOPED)('with %j: ten times the text takes no hundred times as long', (unit) => {
    const time = (length: number) => {
      const text = unit.repeat(Math.ceil(length / unit.length));
      const times = [0, 1, 2].map(() => {
        const start = process.cpuUsage().user / 1000;
        readMarkdown(text);
        return process.cpuUsage().user / 1000 - start;
      });
      return Math.min(...times);
    };
    expect(time(40_000)).toBeLessThan(40 * Math.max(10, time(4000)));
  });

  it('makes no table of far more cells than it has characters', () => {
    const text = `${'|a'.repeat(1000)}\n${'|-'.repeat(1000)}\n${'|b\n'.repeat(1000)}`;
    expect(JSON.stringify(readMarkdown(text)).length).toBeLessThan(50 * text.length);
  });

  it('reads formulas of their own wherever they stand, beside some that never end', () => {
    const text = '- one\n\n  \\[\n  a\n  \\]\n- two\n\n  \\[\n  b\n  \\]\n\n\\[\nnever\n\n$$\nc\n$$';
    expect(JSON.stringify(readMarkdown(text)).match(/"tex":"[^"]*"/g)).toEqual(
      ['a', 'b', 'c'].map((tex) => `"tex":"\\n${tex}\\n"`),
    );
  });

  it('takes a long run of marks for the line that it is', () => {
    const around = (marks: string) => JSON.stringify(nodesOf(`x ${marks}a${marks}`));
    expect(around('*'.repeat(32))).toContain('strong');
    expect(around('*'.repeat(33))).toContain(`"x ${'*'.repeat(33)}a${'*'.repeat(33)}"`);
    expect(around('~'.repeat(40))).toContain(`"x ${'~'.repeat(40)}a${'~'.repeat(40)}"`);
  });

  it('shows what is nested too deep as it was written', () => {
    expect(JSON.stringify(nodesOf('>'.repeat(100)))).toContain(`"${'>'.repeat(68)}"`);
    expect(JSON.stringify(nodesOf(`${'*'.repeat(80)}a${'*'.repeat(80)}`))).toContain(
      `${'*'.repeat(48)}a${'*'.repeat(48)}`,
    );
  });
});
