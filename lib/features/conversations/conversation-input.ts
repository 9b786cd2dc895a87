import 'server-only';
import { z } from 'zod';
import { texts } from '@/lib/features/texts';

const title = z.string().trim().min(1, texts.empty).max(200);
const visibility = z.enum(['private', 'workspace']);
const labels = z
  .array(z.string().trim().min(1, texts.empty).max(50))
  .max(20)
  .transform((given) => [...new Set(given)]);

export const newConversationInput = z.strictObject({
  title: title.default(texts.newConversation),
  /** Absent = the personal workspace. */
  workspaceId: z.uuid().optional(),
  visibility: visibility.default('private'),
  labels: labels.default([]),
});

export const conversationChanges = z
  .strictObject({
    title,
    /** An empty one is none. */
    summary: z.string().trim().max(1000),
    archived: z.boolean(),
    labels,
    activeLeafId: z.uuid().describe('Which branch the caller is shown.'),
    read: z.literal(true).describe('The caller has seen what there is.'),
    pinned: z.boolean().describe('At the top of the caller’s list.'),
    visibility,
    workspaceId: z.uuid().describe('Moves it there, where it is private at first.'),
  })
  .partial()
  .refine((changes) => Object.keys(changes).length > 0, texts.noChange);

export const conversationListQuery = z.object({
  q: z.string().max(200).optional(),
  label: z.string().max(50).optional(),
  workspaceId: z.uuid().optional(),
  archived: z.enum(['true', 'false']).default('false'),
  pinned: z.enum(['true', 'false']).optional(),
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});

/** Which turns of the shown branch: the newest, or those before a message, at least back to a message or run. */
export const turnQuery = z.object({
  before: z.uuid().optional(),
  from: z.uuid().optional(),
  limit: z.coerce.number().int().min(1).max(100).default(20),
});
