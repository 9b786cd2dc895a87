import { z } from 'zod';
import { policySchema } from '@/lib/features/mcp-servers/server-schema';
import { texts } from '@/lib/features/mcp-servers/texts';

export const toolChangesSchema = z
  .strictObject({
    state: z.enum(['approved', 'blocked'], texts.toolState),
    policy: policySchema,
    hash: z.string().describe('Of the definition that was read: approved is that one, and no other.'),
  })
  .partial()
  .refine(({ state, policy }) => state !== undefined || policy !== undefined, texts.noChange);

export type ToolChanges = z.infer<typeof toolChangesSchema>;
