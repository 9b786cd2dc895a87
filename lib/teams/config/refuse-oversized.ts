import 'server-only';
import { AppError } from '@/lib/errors/app-error';

const MAX_VALUES = 20_000;
const MAX_DEPTH = 64;

/**
 * Aliases share and may even contain themselves, so a small text can stand for a huge or endless value.
 * Throws `malformed` for that, and for numbers that JSON cannot hold.
 */
export function refuseOversized(value: unknown): void {
  let seen = 0;
  const visit = (part: unknown, depth: number): void => {
    seen += 1;
    if (seen > MAX_VALUES) throw new AppError('malformed', `The text stands for more than ${MAX_VALUES} values.`);
    if (typeof part === 'number' && !Number.isFinite(part)) {
      throw new AppError('malformed', 'Infinite and undefined numbers (.inf, .nan) are not accepted.');
    }
    if (typeof part !== 'object' || part === null) return;
    if (depth === MAX_DEPTH) throw new AppError('malformed', `The text is nested deeper than ${MAX_DEPTH} levels.`);
    for (const child of Object.values(part)) visit(child, depth + 1);
  };
  visit(value, 0);
}
