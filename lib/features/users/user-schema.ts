import { z } from 'zod';
import { time } from '@/lib/platform/http/answer';

/** As `UserRecord`. */
export const userSchema = z.object({
  id: z.uuid(),
  email: z.string(),
  name: z.string(),
  role: z.enum(['owner', 'admin', 'member']).describe('On this instance.'),
  image: z.string().nullable(),
  createdAt: time,
});

export const sessionSchema = z.object({
  id: z.uuid(),
  userAgent: z.string().nullable(),
  createdAt: time,
  lastSeenAt: time,
  expiresAt: time,
  current: z.boolean().describe('The one that asks.'),
});
