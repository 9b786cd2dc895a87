import { z } from 'zod';
import { time } from '@/lib/platform/http/answer';

/** As `AuditLine`. */
export const auditLineSchema = z.object({
  id: z.uuid(),
  at: time,
  actorId: z.uuid().nullable(),
  actorName: z.string().nullable().describe('null = the person is gone.'),
  action: z.string(),
  targetKind: z.string(),
  targetId: z.string().nullable(),
  details: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  via: z.string().nullable().describe('session or apiKey.'),
  address: z.string().nullable(),
});

export const auditQuery = z.object({
  action: z
    .string()
    .regex(/^[a-zA-Z.]{1,50}$/)
    .optional(),
  actorId: z.uuid().optional(),
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
  cursor: z.uuid().optional(),
  limit: z.coerce.number().int().min(1).max(500).default(50),
  format: z.enum(['json', 'csv']).default('json'),
});
