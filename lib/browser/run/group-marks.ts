import type { MarkKind, TimelineMark } from '@/lib/browser/run/timeline';

export interface MarkGroup {
  /** Milliseconds since the run's start at which it stands. */
  at: number;
  /** In order, at least one. */
  marks: TimelineMark[];
  /** The one that the group is drawn as. */
  shown: TimelineMark;
}

/** What matters most first. */
const WEIGHT: MarkKind[] = [
  'final',
  'failure',
  'answer',
  'switch',
  'stop',
  'bound',
  'vote',
  'void',
  'check',
  'steer',
  'note',
  'read',
];

/**
 * Marks that would stand closer than `apartPx` on an axis of `length` ms drawn `width` px wide become one, so that each can be hit.
 * `width` null = not measured yet: each mark by itself.
 */
export function groupMarks(marks: TimelineMark[], length: number, width: number | null, apartPx: number): MarkGroup[] {
  const groups: MarkGroup[] = [];
  const apartMs = width ? (apartPx / width) * length : 0;
  for (const mark of marks.toSorted((a, b) => a.at - b.at || a.seq - b.seq)) {
    const last = groups.at(-1);
    if (!last || mark.at - last.at >= apartMs) groups.push({ at: mark.at, marks: [mark], shown: mark });
    else {
      last.marks.push(mark);
      if (WEIGHT.indexOf(mark.kind) <= WEIGHT.indexOf(last.shown.kind)) last.shown = mark;
    }
  }
  return groups;
}
