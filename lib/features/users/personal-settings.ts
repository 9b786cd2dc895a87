import 'server-only';
import { z } from 'zod';
import { countUnusedConversations } from '@/db/queries/retention/count-unused-conversations';
import { findPersonalSettings } from '@/db/queries/users/find-personal-settings';
import { savePersonalSettings } from '@/db/queries/users/save-personal-settings';
import type { PersonalSettings } from '@/db/types/personal-settings';
import { texts } from '@/lib/features/texts';
import type { Actor } from '@/lib/platform/auth/actor';
import { AppError } from '@/lib/platform/errors/app-error';

const days = z.number().int().min(1).max(36_500);

/** As `PersonalSettings`. */
export const personalSettingsSchema = z.strictObject({
  titles: z
    .enum(['model', 'rule'])
    .describe(
      'Who gives conversations their titles and summaries after the first answer: a model of the team, or a rule.',
    ),
  retentionDays: days
    .nullable()
    .describe(
      'Private conversations that were not used for as many days are deleted; null = never. Pinned and shared ones stay.',
    ),
});

export const personalSettingsChanges = personalSettingsSchema
  .partial()
  .refine((changes) => Object.keys(changes).length > 0, texts.noChange);

export const retentionQuery = z.object({ days: z.coerce.number().pipe(days).default(365) });

export const retentionPreviewSchema = z.object({
  conversations: z.int().describe('How many of one’s conversations would be deleted now.'),
  kept: z.int().describe('How many more are as old and stay, since they are pinned, published or behind an open link.'),
});

export async function getPersonalSettings(actor: Actor): Promise<PersonalSettings> {
  return (await findPersonalSettings(actor.userId)) ?? gone();
}

/** Changes what is given; the next hourly cleaning goes by it. */
export async function changePersonalSettings(
  actor: Actor,
  changes: z.infer<typeof personalSettingsChanges>,
): Promise<PersonalSettings> {
  const { titles, retentionDays } = changes;
  const given = { ...(titles !== undefined && { titles }), ...(retentionDays !== undefined && { retentionDays }) };
  return (await savePersonalSettings(actor.userId, given)) ?? gone();
}

/** What a retention of so many days would delete now. */
export function previewRetention(actor: Actor, days: number): Promise<z.infer<typeof retentionPreviewSchema>> {
  return countUnusedConversations(actor, days);
}

function gone(): never {
  throw new AppError('not_found', texts.accountGone);
}
