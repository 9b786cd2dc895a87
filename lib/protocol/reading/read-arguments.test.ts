import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readArguments } from './read-arguments';

const VOTE = { answer_id: 'A.1', reason: 'Because\nit is "short", {right} and\tgood.' };
const JSON_TEXT = JSON.stringify(VOTE);

describe('readArguments', () => {
  it.each([
    ['JSON', JSON_TEXT],
    ['an object', VOTE],
    ['encoded twice', JSON.stringify(JSON_TEXT)],
    ['encoded three times', JSON.stringify(JSON.stringify(JSON_TEXT))],
    ['in a code fence', `\`\`\`json\n${JSON_TEXT}\n\`\`\``],
    ['in a fence without a name, with blanks', ` \`\`\`\r\n${JSON_TEXT}\r\n\`\`\`\n`],
    ['with raw line breaks and tabs in its texts', JSON_TEXT.replaceAll('\\n', '\n').replaceAll('\\t', '\t')],
    ['indented with raw line breaks', JSON.stringify(VOTE, null, 2).replaceAll('\\n', '\n')],
    ['with a comma too many', `${JSON_TEXT.slice(0, -1)},\n}`],
    ['behind an empty object', `{}${JSON_TEXT}`],
    ['behind a byte order mark', `\uFEFF${JSON_TEXT}`],
    ['with blanks around', `\n  ${JSON_TEXT}  \n`],
  ])('reads %s', (_name, given) => {
    expect(readArguments(given)).toEqual(VOTE);
  });

  it.each(['', '  ', null, undefined])('%j is no arguments', (given) => {
    expect(readArguments(given)).toEqual({});
  });

  it.each(['{"answer_id": "A', '{"answer_id": A.1}', '{"a": 1}{"b": 2}', 'A.1', '[1]', '{"a": "x" "b"}'])(
    '%j has no single reading and stays as it is',
    (given) => {
      expect(readArguments(given)).toBe(given);
    },
  );

  // An engine that misreads them (nodejs/node#63785) would have a tool called with other names than the model wrote.
  it('reads a name with an escape, though one like it was read before in its place', () => {
    for (const name of ['\\', '\n', '"', 'C\\n', 'C\nx']) {
      const fields = { before: '', [name]: '' };
      expect(readArguments(JSON.stringify(fields))).toEqual(fields);
    }
  });

  it.each([
    [
      String.raw`{"content": "The root is \(x = \frac{-b}{2a}\),\nand \(\theta \times 2\)."}`,
      'The root is \\(x = \\frac{-b}{2a}\\),\nand \\(\\theta \\times 2\\).',
    ],
    [
      String.raw`{"content": "It matches \d+, says \"hi\"\u00e9,\nand ends.",}`,
      'It matches \\d+, says "hi"é,\nand ends.',
    ],
    [String.raw`{"content": "C:\Users\new\temp"}`, 'C:\\Users\\new\\temp'],
  ])('%s has its backslashes as they are', (given, content) => {
    expect(readArguments(given)).toEqual({ content });
  });

  it('takes thoughts between tags out of a text', () => {
    const given = { content: '<think>\nhm\n</think>\n\nGreen.', other: 'Use `<think>`.' };
    expect(readArguments(JSON.stringify(given))).toEqual({ content: 'Green.', other: 'Use `<think>`.' });
  });

  it('changes no object, however it is written', () => {
    const texts = fc.string({ unit: fc.constantFrom('a', '"', '\\', '\n', ',', '}', '`', '1', ' ', 'é') });
    fc.assert(
      fc.property(
        fc.dictionary(
          texts.filter((key) => key !== '__proto__'),
          texts,
        ),
        (fields) => {
          const text = JSON.stringify(fields);
          const raw = text.replace(/(?<!\\)((?:\\\\)*)\\n/g, '$1\n');
          for (const given of [fields, text, JSON.stringify(text), raw, `\`\`\`json\n${text}\n\`\`\``])
            expect(readArguments(given)).toEqual(fields);
        },
      ),
    );
  });

  it('completes nothing that was cut off', () => {
    fc.assert(
      fc.property(fc.string(), fc.nat(), (content, at) => {
        const text = JSON.stringify({ content });
        const cut = text.slice(0, 1 + (at % (text.length - 1)));
        expect(readArguments(cut)).toBe(cut);
      }),
    );
  });
});
