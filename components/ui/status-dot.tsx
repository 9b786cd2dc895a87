import { cx } from './cx';

const TONE = { ok: 'bg-ok', warn: 'bg-warn', danger: 'bg-danger', plain: 'bg-muted' };

/** A state as dot and word; the colour says nothing that the word does not. */
export function StatusDot({ tone, word }: { tone: keyof typeof TONE; word: string }) {
  return (
    <span className="inline-flex flex-none items-center gap-1.5 text-xs whitespace-nowrap">
      <span className={cx('chart-mark size-2 flex-none rounded-full', TONE[tone])} aria-hidden />
      {word}
    </span>
  );
}
