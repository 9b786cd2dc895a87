import { expect, it } from 'vitest';
import type { MarkKind, TimelineMark } from '@/lib/browser/run/timeline';
import { groupMarks } from './group-marks';

const mark = (seq: number, at: number, kind: MarkKind): TimelineMark => ({
  seq,
  at,
  kind,
  label: '',
  words: `${kind} ${seq}`,
});

it('joins what stands too close, is drawn as what matters most, and loses no mark', () => {
  const marks = [mark(1, 0, 'read'), mark(2, 100, 'answer'), mark(3, 150, 'vote'), mark(4, 900, 'final')];
  const groups = groupMarks(marks, 1000, 100, 24);
  expect(groups.map(({ at, shown }) => [at, shown.seq])).toEqual([
    [0, 2],
    [900, 4],
  ]);
  expect(groups.flatMap((group) => group.marks)).toEqual(marks);
});

it('leaves at least the asked distance between two groups, whatever the marks', () => {
  const marks = Array.from({ length: 60 }, (_, index) => mark(index, (index * 37) % 1000, 'read'));
  const groups = groupMarks(marks, 1000, 400, 24);
  const gaps = groups.slice(1).map(({ at }, index) => ((at - groups[index]!.at) / 1000) * 400);
  expect(Math.min(...gaps)).toBeGreaterThanOrEqual(24);
  expect(groups.flatMap((group) => group.marks)).toHaveLength(60);
});

it('keeps each mark by itself until the axis has been measured', () => {
  expect(groupMarks([mark(1, 0, 'read'), mark(2, 1, 'read')], 1000, null, 24)).toHaveLength(2);
});
