import 'server-only';
import { z } from 'zod';
import { ROLES } from '@/db/permissions/permissions';
import { mailState } from '@/lib/features/mail/mail-within-limits';
import { emailInput, nameInput, passwordInput } from '@/lib/features/users/user-input';
import { texts } from '@/lib/features/workspaces/texts';
import { time } from '@/lib/platform/http/answer';

const MOST_DAYS = 90;
const DAY_MS = 86_400_000;

/** As `InviteRecord`. */
export const inviteSchema = z.object({
  id: z.uuid(),
  role: z.enum(ROLES),
  email: z.string().nullable().describe('null = for whoever has the link.'),
  maxUses: z.int(),
  uses: z.int(),
  expiresAt: time,
  createdAt: time,
});

export const madeInviteSchema = inviteSchema.extend({
  url: z.url().describe('Shown this once.'),
  mail: mailState.nullable().describe('What came of the e-mail to the address; null = none was asked for.'),
});

export const newInviteInput = z.strictObject({
  role: z.enum(ROLES),
  email: emailInput.optional(),
  expiresAt: z.iso
    .datetime({ offset: true })
    .transform((text) => new Date(text))
    .refine(
      (at) => at.getTime() > Date.now() && at.getTime() < Date.now() + MOST_DAYS * DAY_MS,
      texts.inviteEnd(MOST_DAYS),
    )
    .optional()
    .describe('Absent = in seven days.'),
  maxUses: z.int().min(1).max(1000).optional().describe('Absent = 1.'),
  sendMail: z
    .boolean()
    .optional()
    .describe('False = it is not sent to its e-mail, also where the instance sends e-mails.'),
});

/** The parameters of a path to an invite of a workspace. */
export const inviteParams = z.object({ id: z.uuid(), inviteId: z.uuid() });

/** The parameter of a path that the link has. */
export const tokenParams = z.object({ token: z.string().regex(/^[\w-]{20,100}$/) });

/** What an invite says to whoever has its link. */
export const shownInviteSchema = z.object({
  workspace: z.string().describe('Its name.'),
  invitedBy: z.string(),
  role: z.enum(ROLES),
  email: z.string().nullable(),
  expiresAt: time,
});

/** Of somebody without an account; who is signed in sends nothing. */
export const acceptInput = z.strictObject({
  email: emailInput.optional(),
  name: nameInput.optional(),
  password: passwordInput.optional(),
});
