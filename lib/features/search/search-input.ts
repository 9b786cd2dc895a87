import { z } from 'zod';
import { time } from '@/lib/platform/http/answer';

const moment = z.union([z.iso.datetime({ offset: true }), z.iso.date()]).transform((text) => new Date(text));

export const searchQuery = z.object({
  q: z
    .string()
    .max(500)
    .default('')
    .describe('All words must be there; "words in quotes" one behind the other; -word must not.'),
  label: z.string().max(50).optional(),
  team: z.string().max(200).optional().describe('Id or name of the team that was asked.'),
  workspaceId: z.uuid().optional(),
  from: moment.optional(),
  to: moment.optional().describe('Before this moment.'),
  author: z
    .union([z.literal('me'), z.uuid()])
    .optional()
    .describe('Id of who asked, or `me`.'),
  cursor: z
    .string()
    .regex(/^\d{1,4}$/)
    .optional(),
  limit: z.coerce.number().int().min(1).max(50).default(20),
});

export const foundSchema = z.object({
  conversationId: z.uuid(),
  messageId: z.uuid().nullable().describe('null = the title was found.'),
  title: z.string(),
  snippet: z.string().describe('HTML: hits stand in `<mark>`, all else is escaped.'),
  at: time,
});
