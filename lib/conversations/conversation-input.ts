import 'server-only';
import { z } from 'zod';

const title = z.string().trim().min(1, 'It must not be empty.').max(200);
const visibility = z.enum(['private', 'workspace']);
const labels = z
  .array(z.string().trim().min(1, 'It must not be empty.').max(50))
  .max(20)
  .transform((given) => [...new Set(given)]);

export const newConversationInput = z.strictObject({
  title: title.default('New conversation'),
  /** Absent = the personal workspace. */
  workspaceId: z.uuid().optional(),
  visibility: visibility.default('private'),
  labels: labels.default([]),
});

export const conversationChanges = z
  .strictObject({
    title,
    archived: z.boolean(),
    labels,
    activeLeafId: z.uuid(),
    visibility,
  })
  .partial()
  .refine((changes) => Object.keys(changes).length > 0, 'Give at least one change.');

export const conversationListQuery = z.object({
  q: z.string().max(200).optional(),
  label: z.string().max(50).optional(),
  archived: z.enum(['true', 'false']).default('false'),
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});
