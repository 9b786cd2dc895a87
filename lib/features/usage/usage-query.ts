import 'server-only';
import { z } from 'zod';
import { texts } from '@/lib/features/texts';

const DAY_MS = 86_400_000;
const DEFAULT_DAYS = 30;
const MOST_DAYS = 366;
const FIRST_YEAR = Date.UTC(2000, 0, 1);
const LAST_YEAR = Date.UTC(2100, 0, 1);

const day = z.iso.date(texts.giveDay).refine((text) => {
  const time = Date.parse(text);
  return time >= FIRST_YEAR && time < LAST_YEAR;
}, texts.dayOutOfRange);

/** `from` and `to` are days in UTC, both included; the last 30 days when absent. */
export const usageQuery = z
  .object({
    by: z.enum(['day', 'model', 'conversation', 'phase'], texts.giveGrouping).default('day'),
    scope: z.enum(['own', 'workspace'], texts.giveScope).default('own'),
    from: day.optional(),
    to: day.optional(),
    conversationId: z.uuid(texts.giveConversation).optional(),
    limit: z.coerce.number().int().min(1).max(MOST_DAYS).default(MOST_DAYS),
  })
  .transform(({ from, to, ...rest }, context) => {
    const end = to ? Date.parse(to) + DAY_MS : (Math.floor(Date.now() / DAY_MS) + 1) * DAY_MS;
    const begin = from ? Date.parse(from) : end - DEFAULT_DAYS * DAY_MS;
    if (begin >= end) context.addIssue({ code: 'custom', path: ['from'], message: texts.fromAfterTo });
    if (end - begin > MOST_DAYS * DAY_MS)
      context.addIssue({ code: 'custom', path: ['from'], message: texts.tooManyDays(MOST_DAYS) });
    return { ...rest, from: new Date(begin), to: new Date(end) };
  });

export type UsageQuery = z.infer<typeof usageQuery>;
