import { z } from 'zod';
import { ROLES } from '@/db/permissions/permissions';
import { time } from '@/lib/platform/http/answer';

/** As `WorkspaceRecord`. */
export const workspaceSchema = z.object({
  id: z.uuid(),
  name: z.string(),
  role: z.enum(ROLES).describe('Of who asks.'),
  personal: z.boolean(),
  createdAt: time,
});
