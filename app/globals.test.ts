import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const css = readFileSync(fileURLToPath(new URL('./globals.css', import.meta.url)), 'utf8');
const OKLCH = String.raw`oklch\(([\d.]+) ([\d.]+) ([\d.]+)\)`;
const tokens = new Map(
  [...css.matchAll(new RegExp(`--([\\w-]+): light-dark\\(${OKLCH}, ${OKLCH}\\)`, 'g'))].map(
    ([, name = '', ...numbers]) => {
      const values = numbers.slice(0, 6).map(Number);
      return [name, { light: luminance(values.slice(0, 3)), dark: luminance(values.slice(3)) }] as const;
    },
  ),
);

/** WCAG's relative luminance of an OKLCH colour. */
function luminance([lightness = 0, chroma = 0, hue = 0]: number[]): number {
  const a = chroma * Math.cos((hue * Math.PI) / 180);
  const b = chroma * Math.sin((hue * Math.PI) / 180);
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const inside = (value: number) => Math.min(1, Math.max(0, value));
  const red = inside(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s);
  const green = inside(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s);
  const blue = inside(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string, theme: 'light' | 'dark'): number {
  const values = [one, other].map((name) => {
    const token = tokens.get(name);
    if (!token) throw new Error(`No token --${name}.`);
    return token[theme];
  });
  return (Math.max(...values) + 0.05) / (Math.min(...values) + 0.05);
}

const GROUNDS = ['bg', 'bg-raised', 'bg-sunken', 'bg-hover'];
const AGENTS = [...'abcdefgh'].map((letter) => `agent-${letter}`);
const SOFT = ['accent-soft', 'ok-soft', 'warn-soft', 'danger-soft'];
const on = (marks: string[], grounds: string[]) => marks.flatMap((mark) => grounds.map((ground) => [mark, ground]));

const TEXT = [
  ...on(['text', 'text-muted'], [...GROUNDS, ...SOFT]),
  ...on(['accent', 'ok', 'warn', 'danger'], ['bg', 'bg-raised', 'bg-sunken']),
  ...on(['danger'], ['bg-hover', 'danger-soft']),
  ...on(['on-accent'], ['accent', 'accent-hover']),
  ...on(['code-keyword', 'code-string', 'code-number', 'code-name', 'code-comment'], ['bg-sunken']),
  // A hidden character that is shown.
  ...on(['warn'], ['warn-soft']),
  // The letter on its chip.
  ...on(['bg'], AGENTS),
];
const MARKS = [
  ...on(AGENTS, GROUNDS),
  ...on(['line-strong'], ['bg', 'bg-raised']),
  ...on(['accent', 'ok', 'warn', 'danger'], [...GROUNDS, ...SOFT]),
];

describe.each(['light', 'dark'] as const)('%s', (theme) => {
  test.each(TEXT)('text: %s on %s', (one, other) => {
    expect(contrast(one!, other!, theme)).toBeGreaterThanOrEqual(4.5);
  });
  test.each(MARKS)('mark: %s on %s', (one, other) => {
    expect(contrast(one!, other!, theme)).toBeGreaterThanOrEqual(3);
  });
});

test('black on white is 21 to 1', () => {
  expect((luminance([1, 0, 0]) + 0.05) / (luminance([0, 0, 0]) + 0.05)).toBeCloseTo(21, 1);
});
