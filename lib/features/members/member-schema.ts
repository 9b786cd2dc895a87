import { z } from 'zod';
import { ROLES } from '@/db/permissions/permissions';
import { time } from '@/lib/platform/http/answer';

/** As `MemberRecord`. */
export const memberSchema = z.object({
  userId: z.uuid(),
  name: z.string(),
  email: z.string(),
  role: z.enum(ROLES),
  joinedAt: time,
});

/** The parameters of a path to a member. */
export const memberParams = z.object({ id: z.uuid(), userId: z.uuid() });

export const roleInput = z.strictObject({ role: z.enum(ROLES) });
