import { z } from 'zod';
import { time } from '@/lib/platform/http/answer';

/** As `ApprovedCommandRecord`. */
export const approvedCommandSchema = z.object({
  hash: z.string().describe('SHA-256 of the text.'),
  command: z.string(),
  createdAt: time,
});
