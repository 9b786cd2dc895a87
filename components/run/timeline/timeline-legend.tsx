import type { MarkKind, Timeline } from '@/lib/browser/run/timeline';
import { MARK_ICONS } from './mark-icons';
import { texts } from './texts';

/** What the lines, letters and marks of this timeline mean; only of what is in it. */
export function TimelineLegend({ timeline }: { timeline: Timeline }) {
  const { lanes } = timeline;
  const isIn = (kind: MarkKind) => lanes.some(({ marks }) => marks.some((mark) => mark.kind === kind));
  const kinds = (Object.keys(MARK_ICONS) as MarkKind[]).filter(isIn);
  const answer = lanes.flatMap(({ marks }) => marks).find(({ kind }) => kind === 'answer')?.label;
  const usesTools = lanes.some(({ spans }) => spans.some(({ kind }) => kind === 'tool'));
  return (
    <ul aria-label={texts.legend} className="mt-2 flex flex-wrap gap-x-4 gap-y-1 text-muted text-xs">
      <li className="flex items-center gap-1.5">
        <span aria-hidden className="chart-mark h-0.5 w-4 rounded-full bg-muted opacity-45" />
        {texts.call}
      </li>
      {usesTools && (
        <li className="flex items-center gap-1.5">
          <span aria-hidden className="chart-mark h-1.5 w-4 rounded-full bg-muted" />
          {texts.tool}
        </li>
      )}
      {kinds.map((kind) => {
        const Icon = MARK_ICONS[kind];
        return (
          <li key={kind} className="flex items-center gap-1.5">
            <Icon className="size-3" strokeWidth={2} aria-hidden />
            {texts.kinds[kind]}
          </li>
        );
      })}
      {answer && <li>{texts.answerId(answer)}</li>}
    </ul>
  );
}
