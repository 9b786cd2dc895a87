import { applyPatch, structuredPatch } from 'diff';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { changedLines } from './changed-lines';
import { splitLines } from './split-lines';
import { unifiedDiff } from './unified-diff';

/** Few different lines, so that they come again, and not always an end. */
const text = fc
  .tuple(fc.array(fc.constantFrom('a', 'b', 'c', '', '}', '\r'), { maxLength: 40 }), fc.boolean())
  .map(([lines, hasEnd]) => lines.join('\n') + (hasEnd && lines.length > 0 ? '\n' : ''));

it('a patch leads from the one text to the other', () => {
  fc.assert(
    fc.property(text, text, (before, after) => {
      const { patch } = unifiedDiff('a.txt', before, after);
      expect(applyPatch(before, patch, { autoConvertLineEndings: false })).toBe(after);
    }),
  );
});

it('is what the package makes of two texts', () => {
  const before = Array.from({ length: 40 }, (_, line) => `line ${line}\n`);
  const after = before.with(3, 'three\n').with(9, 'nine\n').toSpliced(30, 1).toSpliced(39, 0, 'more');
  const { hunks } = structuredPatch('a', 'b', before.join(''), after.join(''), '', '', { context: 3 });
  const body = hunks.flatMap(({ oldStart, oldLines, newStart, newLines, lines }) => [
    `@@ -${oldStart},${oldLines} +${newStart},${newLines} @@`,
    ...lines,
  ]);
  const { patch, isWhole } = unifiedDiff('src/x.ts', before.join(''), after.join(''));
  expect(patch).toBe(`${['--- a/src/x.ts', '+++ b/src/x.ts', ...body].join('\n')}\n`);
  expect(isWhole).toBe(false);
});

it('shows what is new or gone as a whole', () => {
  expect(unifiedDiff('x', null, 'one\ntwo').patch).toBe(
    '--- /dev/null\n+++ b/x\n@@ -0,0 +1,2 @@\n+one\n+two\n\\ No newline at end of file\n',
  );
  expect(unifiedDiff('x', 'one\n', null).patch).toBe('--- a/x\n+++ /dev/null\n@@ -1,1 +0,0 @@\n-one\n');
});

it('shows texts with too little in common as replaced, which still is a patch', () => {
  const lines = Array.from({ length: 1_000 }, (_, line) => `line ${line}\n`);
  const before = ['same\n', ...lines, 'end\n'].join('');
  const after = ['same\n', ...lines.map((line, index) => (index % 2 ? line : `new ${line}`)), 'end\n'].join('');
  const { patch, isWhole } = unifiedDiff('x', before, after);
  expect(isWhole).toBe(true);
  expect(patch).toContain('@@ -1,1002 +1,1002 @@\n same\n-line 0\n');
  expect(applyPatch(before, patch)).toBe(after);
});

it('does not search where there are too many lines', () => {
  const before = splitLines('\n'.repeat(100_000));
  const { changes, isWhole } = changedLines(['x\n', ...before], [...before, 'y\n']);
  expect(isWhole).toBe(true);
  expect(changes).toEqual([{ from: 0, to: 100_001, lines: [...before, 'y\n'] }]);
});
