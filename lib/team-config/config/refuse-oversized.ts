import 'server-only';
import { AppError } from '@/lib/platform/errors/app-error';
import { texts } from '@/lib/team-config/texts';

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
    if (seen > MAX_VALUES) throw new AppError('malformed', texts.tooManyValues(MAX_VALUES));
    if (typeof part === 'number' && !Number.isFinite(part)) {
      throw new AppError('malformed', texts.noInfinity);
    }
    if (typeof part !== 'object' || part === null) return;
    if (depth === MAX_DEPTH) throw new AppError('malformed', texts.tooDeep(MAX_DEPTH));
    for (const child of Object.values(part)) visit(child, depth + 1);
  };
  visit(value, 0);
}
