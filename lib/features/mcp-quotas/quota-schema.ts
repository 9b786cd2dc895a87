import { z } from 'zod';

const MOST = 1_000_000;
const limit = z.int().min(1).max(MOST).nullable();

/** Of one thing: how many calls a minute and a day; `null` = as many as anybody likes. */
const limits = z.strictObject({ callsPerMinute: limit.default(null), callsPerDay: limit.default(null) });
const none = { callsPerMinute: null, callsPerDay: null };

export const quotasBody = z.strictObject({
  server: limits.default(none).describe('Of all its tools together.'),
  tools: z.record(z.string().min(1).max(1000), limits).default({}).describe('By name.'),
});

export const quotasAnswer = z.object({
  server: z.object({ callsPerMinute: z.int().nullable(), callsPerDay: z.int().nullable() }),
  tools: z.record(z.string(), z.object({ callsPerMinute: z.int().nullable(), callsPerDay: z.int().nullable() })),
});

export type Quotas = z.infer<typeof quotasBody>;
