import { z } from 'zod';
import { time } from '@/lib/platform/http/answer';

/** As `TrustedOriginRecord`. */
export const storedOriginSchema = z.object({
  id: z.uuid(),
  origin: z.string(),
  forMembers: z.boolean(),
  createdAt: time,
});
