import { cx } from './cx';

/** A line or block in the shape of what will arrive. */
export function Skeleton({ className }: { className?: string }) {
  return <span aria-hidden className={cx('breathe block rounded-control bg-hover', className)} />;
}
