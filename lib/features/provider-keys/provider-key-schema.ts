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

/** What a provider says to a key. */
export const checkedKeySchema = z.object({
  healthy: z.boolean(),
  latencyMs: z.number().nullable(),
  models: z.array(z.string()),
  message: z.string().nullable().describe('What is wrong, for people.'),
});
