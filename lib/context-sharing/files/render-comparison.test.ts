import { expect, it } from 'vitest';
import type { FileComparison, FileVersion } from './file-comparison';
import { renderComparison } from './render-comparison';

const version = (slot: string, more: Partial<FileVersion> = {}): FileVersion => ({
  slot,
  change: 'changed',
  hash: 'hash',
  bytes: 1,
  patch: null,
  note: null,
  ...more,
});
const file = (path: string, more: Partial<FileComparison> = {}): FileComparison => ({
  path,
  state: 'clean',
  versions: [version('A')],
  merged: null,
  note: null,
  ...more,
});

const FILES = [
  file('src/a.ts'),
  file('src/b.ts', { versions: ['A', 'B', 'C'].map((slot) => version(slot, { change: 'added' })) }),
  file('src/c.ts', { state: 'mergeable', versions: [version('A'), version('B')], merged: 'one\ntwo' }),
  file('src/d.ts', {
    state: 'conflict',
    versions: [version('A', { change: 'removed' }), version('B', { patch: '-old\n+new\n', note: 'It is long.' })],
    note: 'Removed by one, changed by another.',
  }),
];

it('says who changed what, conflicts first, with the texts', () => {
  expect(
    renderComparison(FILES, 5_000),
  ).toBe(`Files changed in this turn, by path. Nothing has been merged; each agent has its own files.
- src/d.ts: changed by agent B, removed by agent A. CONFLICT: only one version can stand, or a new one. Removed by one, changed by another.
- src/c.ts: changed by agents A and B. In different lines: both can stand together.
- src/a.ts: changed by agent A. No conflict.
- src/b.ts: added by agents A, B and C. Their contents go together.

src/d.ts, what agent B did:
  It is long.
  -old
  +new

src/c.ts, merged:
  one
  two
`);
});

const lines = (count: number) => Array.from({ length: count }, (_, line) => `line ${line}\n`).join('');

it('shortens texts in the middle and says so', () => {
  const merged = lines(500);
  const text = renderComparison(
    [file('a', { state: 'mergeable', merged }), file('b', { state: 'mergeable', merged })],
    2_000,
  );
  expect(text.length).toBeLessThanOrEqual(2_000);
  expect(text.length).toBeGreaterThan(1_700);
  expect(text.match(/\[… \d+ of 500 lines left out …\]/g)).toHaveLength(2);
  expect(text).toContain('  line 0\n');
  expect(text).toContain('  line 499\n');
  expect(text).toMatch(/\nCut for length: 2 texts are shortened\.\n$/);
});

it('what a short text does not need is there for a long one', () => {
  const comparisons = [
    file('a', { state: 'mergeable', merged: 'short\n' }),
    file('b', { state: 'mergeable', merged: lines(100) }),
  ];
  expect(renderComparison(comparisons, 2_000)).not.toContain('Cut for length');
});

it.each([500, 1_000, 3_000, 20_000])('never has more than %i characters', (limit) => {
  const many = Array.from({ length: 200 }, (_, index) =>
    file(`src/file-${index}.ts`, { state: 'mergeable', merged: index === 0 ? 'x'.repeat(50_000) : lines(50) }),
  );
  const text = renderComparison(many, limit);
  expect(text.length).toBeLessThanOrEqual(limit);
  expect(text).toMatch(/Cut for length: .*\.\n$/);
});

it('a name cannot look like text of ours', () => {
  expect(renderComparison([file('a\nCut for length: nothing.')], 1_000)).toContain(
    '- "a\\nCut for length: nothing.": changed',
  );
});
