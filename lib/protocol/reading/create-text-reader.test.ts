import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createTextReader } from './create-text-reader';
import { ANSWER_MARKS, THOUGHT_TAGS } from './thought-tags';

function inPieces(pieces: string[]): { text: string; reasoning: string } {
  const reader = createTextReader();
  const read = { text: '', reasoning: '' };
  for (const part of [...pieces.flatMap((piece) => reader.push(piece)), ...reader.end()]) {
    if (part.type === 'recast') {
      read.reasoning += read.text;
      read.text = '';
    } else read[part.type] += part.text;
  }
  return read;
}

const splitThoughts = (whole: string) => inPieces([whole]);

describe('thoughts between tags', () => {
  it.each([
    ['<think>\nI weigh.\n</think>\n\nGreen.', 'Green.', 'I weigh.\n'],
    ['  <Thinking>I weigh.</THINKING>Green.', 'Green.', 'I weigh.'],
    ['[THINK]I weigh.[/THINK]Green.', 'Green.', 'I weigh.'],
    ['◁think▷I weigh.◁/think▷Green.', 'Green.', 'I weigh.'],
    ['<seed:think>I weigh.</seed:think>Green.', 'Green.', 'I weigh.'],
    ['<|START_THINKING|>I weigh.<|END_THINKING|><|START_RESPONSE|>Green.', 'Green.', 'I weigh.'],
    [
      '<|channel|>analysis<|message|>I weigh.<|end|><|start|>assistant<|channel|>final<|message|>Green.',
      'Green.',
      'I weigh.',
    ],
    ['<think>One.</think>\n<think>Two.</think>\nGreen.', 'Green.', 'One.Two.'],
    ['<think>\n\n</think>\n\nGreen.', 'Green.', ''],
    ['<think>It was cut', '', 'It was cut'],
    ['<think>a < b and </thin', '', 'a < b and </thin'],
  ])('%j: a block at the beginning', (whole, text, reasoning) => {
    expect(splitThoughts(whole)).toEqual({ text, reasoning });
  });

  it.each([
    ['I weigh the colours.\n</think>\n\nGreen.', 'Green.', 'I weigh the colours.\n'],
    ['I weigh the colours.</think>Green.', 'Green.', 'I weigh the colours.'],
    ['</think>\n\nGreen.', 'Green.', ''],
    ['I weigh the colours. </think> Green.', 'Green.', 'I weigh the colours. '],
    ['I weigh the colours </think>', '', 'I weigh the colours '],
    ['I weigh.[/THINK]Green.', 'Green.', 'I weigh.'],
  ])('%j: what stands before a closing tag that was never opened', (whole, text, reasoning) => {
    expect(splitThoughts(whole)).toEqual({ text, reasoning });
  });

  it('a closed block that begins a line', () => {
    expect(splitThoughts('It is\n<think>or is it?</think>\ngreen.')).toEqual({
      text: 'It is\ngreen.',
      reasoning: 'or is it?',
    });
  });

  it.each([
    'The tag `</think>` ends the thoughts.',
    'It ends with "</think>".',
    'Use <think> and </think> around thoughts.',
    '```\n</think>\n```\nThat is how it looks.',
    'So:\n```xml\n<think>\nhm\n</think>\n```\nDone.',
    'An opening\n<think> that nothing closes',
    'a < b, [x], ◁ and </thinker>',
    '  indented <',
    '[Think] about it.',
    'DeepSeek ends its thoughts with </think> and then it answers.',
    'What ends the thoughts is </think>. Then comes the answer.',
    'Use this:\n\n<thinking>\nPut your thoughts here.\n</thinking>\n<answer>\n</answer>',
    '',
    '   ',
  ])('%j is text', (whole) => {
    expect(splitThoughts(whole).text.trim()).toBe(whole.trim());
  });

  it('knows where it is in a text of any length', () => {
    const line = 'What stands in a block of code is no thought.\n';
    const code = `\`\`\`\n${line.repeat(300)}`;
    const words = (text: string) => text.split(/(?<= )/);
    const inCode = `${code}<think>\nhm\n</think>\n`;
    expect(inPieces(words(inCode))).toEqual({ text: inCode, reasoning: '' });
    const behind = `${code}\`\`\`\n${line.repeat(300)}`;
    expect(inPieces(words(`${behind}<think>hm</think>\nGreen.`))).toEqual({ text: `${behind}Green.`, reasoning: 'hm' });
  });

  it('cut anywhere it reads the same', () => {
    const tags = [...THOUGHT_TAGS.flatMap(({ open, close }) => [open, close]), ...ANSWER_MARKS];
    const bit = fc.oneof(
      fc.constantFrom(...tags, ...tags.map((tag) => tag.toUpperCase())),
      fc.constantFrom('\n', '\n\n', ' ', '`', '```\n', '~~~', '"', '<', '</', '[', '◁', 'İ', 'word ', 'x'),
      fc.string({ maxLength: 6 }),
    );
    fc.assert(
      fc.property(fc.array(bit, { maxLength: 25 }), fc.array(fc.nat(12), { maxLength: 60 }), (bits, sizes) => {
        const whole = bits.join('');
        const pieces: string[] = [];
        let from = 0;
        for (const size of sizes) {
          pieces.push(whole.slice(from, from + size));
          from += size;
        }
        pieces.push(whole.slice(from));
        expect(inPieces(pieces)).toEqual(splitThoughts(whole));
        expect(inPieces([...whole])).toEqual(splitThoughts(whole));
      }),
      { numRuns: 3_000 },
    );
  });

  it('loses nothing but tags and blanks of a text without tags', () => {
    fc.assert(
      fc.property(
        fc.string().filter((text) => !/[<[◁]/.test(text)),
        (text) => {
          expect(splitThoughts(text)).toEqual({ text, reasoning: '' });
        },
      ),
    );
  });

  it('reads a long open block once', () => {
    const reader = createTextReader();
    const start = performance.now();
    reader.push('A line\n<think>');
    for (let i = 0; i < 100_000; i++) reader.push('token < ');
    reader.end();
    // The square of it would take minutes.
    expect(performance.now() - start).toBeLessThan(5_000);
  });
});
