import 'server-only';
import { z } from 'zod';
import { closestWord } from '@/lib/platform/text/closest-word';

/** What a later version will have. */
export function notYet(what: string): string {
  return `${what} is not available in this version yet.`;
}

/** One of `available`; values of `later` are named as not available yet, others get a suggestion. */
export function choice<T extends string>(what: string, available: readonly T[], later: readonly string[] = []) {
  return z.string({ error: `Give one of: ${available.join(', ')}.` }).transform((value, context): T => {
    const known = available.find((word) => word === value);
    if (known) return known;
    const near = closestWord(value, [...available, ...later]);
    const hint = near ? `Did you mean “${near}”?` : `Known: ${available.join(', ')}.`;
    context.addIssue(
      later.includes(value) ? notYet(`${what} “${value}”`) : `There is no ${what.toLowerCase()} “${value}”. ${hint}`,
    );
    return z.NEVER;
  });
}

/** A whole number within bounds. */
export function whole(min: number, max: number) {
  const message = `Give a whole number from ${min} to ${max}.`;
  return z.number({ error: message }).int(message).min(min, message).max(max, message);
}

/** A slot, as people may write it. */
export function letter() {
  return z
    .string({ error: 'A slot is one letter, A to Z.' })
    .regex(/^[A-Za-z]$/, 'A slot is one letter, A to Z.')
    .transform((slot) => slot.toUpperCase());
}
