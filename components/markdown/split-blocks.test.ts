import { lexer } from 'marked';
import { describe, expect, it } from 'vitest';
import { NO_BLOCKS, splitBlocks } from './split-blocks';

const SAMPLE = `# Title

A paragraph with **bold** and
a second line.

- one

- two

  more of two
- three

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

Setext
===

<div>raw

html</div>

last`;

describe('splitBlocks', () => {
  it('gives the same blocks in steps as at once, wherever the text is cut', () => {
    for (const size of [1, 3, 7, 20]) {
      let blocks = NO_BLOCKS;
      for (let end = size; end < SAMPLE.length + size; end += size) {
        const text = SAMPLE.slice(0, end);
        blocks = splitBlocks(text, blocks);
        expect(blocks.tokens.map((token) => token.raw)).toEqual(lexer(text).map((token) => token.raw));
      }
    }
  });

  it('keeps settled blocks as the same objects', () => {
    const first = splitBlocks('one\n\ntwo\n\nthree\n\nfour');
    const second = splitBlocks('one\n\ntwo\n\nthree\n\nfour goes on', first);
    expect(second.tokens[0]).toBe(first.tokens[0]);
    expect(second.tokens[2]).toBe(first.tokens[2]);
  });

  it('starts again when the text was replaced or a link definition appears', () => {
    const first = splitBlocks('see [x][1]\n\nmiddle\n\nend');
    const second = splitBlocks('see [x][1]\n\nmiddle\n\nend\n\n[1]: https://example.com', first);
    expect(JSON.stringify(second.tokens[0])).toContain('https://example.com');
    expect(splitBlocks('other', second).tokens.map((token) => token.raw)).toEqual(['other']);
  });
});
