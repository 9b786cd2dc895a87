import { expect, test } from 'vitest';
import { colourCode } from './colour-code';

const SAMPLES = {
  ts: 'const a: string = `x<b>&amp;`; // "end"',
  html: '<p class="a">&lt;b&gt;</p><script>let x = 1 < 2;</script>',
  'c++': 'std::vector<int> v{1, 2};',
  python: "def f(x):\n    return f'{x}'  # é\u202e",
  diff: '- a\n+ b',
  toml: '[a]\nb = "c"',
};

test.each(Object.entries(SAMPLES))('%s: coloured, and not a character changed', async (language, code) => {
  const pieces = (await colourCode(code, language)) ?? [];
  expect(pieces.map(({ text }) => text).join('')).toBe(code);
  expect(pieces.filter(({ look }) => look !== '').length).toBeGreaterThan(1);
});

test('a language that nobody knows has no colours', async () => {
  expect(await colourCode('x', 'constructor')).toBeNull();
  expect(await colourCode('x', '')).toBeNull();
});
