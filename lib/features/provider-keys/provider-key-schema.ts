import { z } from 'zod';
import { time } from '@/lib/platform/http/answer';

/** As `ProviderKeyView`. */
export const storedProviderKeySchema = z.object({
  id: z.uuid(),
  provider: z.string(),
  scope: z.enum(['user', 'workspace']),
  workspaceId: z.uuid(),
  hint: z.string().describe('The last four characters.'),
  baseUrl: z.string().nullable(),
  createdAt: time,
});
