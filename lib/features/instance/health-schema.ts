import { z } from 'zod';

const status = z.enum(['ok', 'degraded', 'down']);

/** As `Health` of this instance. */
export const healthAnswer = {
  status: status.describe('The worst of the checks.'),
  checks: z.object({
    database: z.object({ status, latencyMs: z.number().nullable(), kind: z.enum(['pglite', 'postgres']) }),
  }),
};
