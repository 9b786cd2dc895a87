import { z } from 'zod';
import { time } from '@/lib/platform/http/answer';
import { INCLUDES } from './conversation-file';

export const exportQuery = z.object({
  format: z.enum(['json', 'md', 'html'], 'Give json, md or html.').default('json'),
  include: z.enum(INCLUDES, 'Give final, answers, tools or files.').default('files'),
  /** Of a page: shown in the browser instead of saved. */
  show: z.enum(['true', 'false']).default('false'),
});

export const importQuery = z.object({ workspaceId: z.uuid().optional() });

const itemSchema = z.object({ id: z.uuid(), title: z.string() });

export const importedSchema = { items: z.array(itemSchema), warnings: z.array(z.string()) };

/** As `ImportView`. */
export const importSchema = z.object({
  id: z.uuid(),
  status: z.enum(['running', 'finished', 'failed']),
  total: z.int().nullable().describe('Conversations in the file, once they have been counted.'),
  done: z.int(),
  items: z.array(itemSchema),
  warnings: z.array(z.string()),
  problem: z.string().nullable().describe('Why it failed.'),
  createdAt: time,
  updatedAt: time,
});
