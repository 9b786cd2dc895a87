import fc from 'fast-check';
import { expect, it } from 'vitest';
import { withoutLinks } from './without-links';

it.each([
  ['Ada Lovelace', 'Ada Lovelace'],
  ['J.R. Smith 2.0', 'J. R. Smith 2.0'],
  ['Ada\r\nBcc: all@example.com', 'Ada Bcc: all@ example. com'],
  ['Ada\u2028Subject: x\u0000y', 'Ada Subject: x y'],
  ['Win at https://evil.example/a?b#c now', 'Win at … now'],
  ['HTTPS://EVIL.EXAMPLE', '…'],
  ['www.evil.example/x', '…'],
  ['evil.example/x', 'evil. example/x'],
  ['evil。example', 'evil。 example'],
  ['ev\u200bil.ex\u202eample', 'evil. example'],
  ['mailto:a@b.example', '…'],
  ['javascript:alert(1)', '…'],
  ['<b>bold</b>', '<b>bold</b>'],
  ['日本語の名前', '日本語の名前'],
])('%j becomes %j', (given, right) => {
  expect(withoutLinks(given)).toBe(right);
});

it('is one line of at most 100 characters without a link, whatever it is', () => {
  const piece = fc.constantFrom(
    'http://',
    'www.',
    '.com',
    '@',
    '\r\n',
    '\u202e',
    '\u200b',
    'evil',
    ' ',
    '。',
    '😀',
    'mailto:',
  );
  const text = fc
    .array(fc.oneof(piece, fc.string({ unit: 'binary' })), { maxLength: 60 })
    .map((parts) => parts.join(''));
  fc.assert(
    fc.property(text, (given) => {
      const line = withoutLinks(given);
      expect(Array.from(line).length).toBeLessThanOrEqual(100);
      expect(line).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}\p{Cf}]|:\/\/\S|www\.\S|[\p{L}\p{N}][.@。][\p{L}]/u);
    }),
    { numRuns: 500 },
  );
});
