import { z } from 'zod';
import { ROLES } from '@/db/permissions/permissions';
import { texts } from '@/lib/features/texts';
import { time } from '@/lib/platform/http/answer';

export const workspaceInput = z.strictObject({
  // One line: it stands in mails and titles.
  name: z
    .string()
    .trim()
    .min(1, texts.empty)
    .max(100)
    .transform((name) => name.replaceAll(/\s+/g, ' ')),
});

/** As `WorkspaceRecord`. */
export const workspaceSchema = z.object({
  id: z.uuid(),
  name: z.string(),
  role: z.enum(ROLES).describe('Of who asks.'),
  personal: z.boolean(),
  members: z.int().describe('How many there are.'),
  createdAt: time,
});
