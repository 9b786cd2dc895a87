import 'server-only';
import { z } from 'zod';
import { closestWord } from '@/lib/platform/text/closest-word';
import { texts } from './schema-texts';

/** One of `available`; values of `later` are named as not available yet, others get a suggestion. */
export function choice<T extends string>(what: string, available: readonly T[], later: readonly string[] = []) {
  return z.string({ error: texts.oneOf(available) }).transform((value, context): T => {
    const known = available.find((word) => word === value);
    if (known) return known;
    const near = closestWord(value, [...available, ...later]);
    const hint = near ? texts.didYouMean(near) : texts.known(available);
    context.addIssue(
      later.includes(value) ? texts.notYet(`${what} “${value}”`) : `${texts.noSuch(what.toLowerCase(), value)} ${hint}`,
    );
    return z.NEVER;
  });
}

/** A whole number within bounds. */
export function whole(min: number, max: number) {
  const message = texts.wholeNumber(min, max);
  return z.number({ error: message }).int(message).min(min, message).max(max, message);
}

/** A slot, as people may write it. */
export function letter() {
  return z
    .string({ error: texts.oneLetter })
    .regex(/^[A-Za-z]$/, texts.oneLetter)
    .transform((slot) => slot.toUpperCase());
}
