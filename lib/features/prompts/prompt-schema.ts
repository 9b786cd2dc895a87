import { z } from 'zod';
import { time } from '@/lib/platform/http/answer';
import { texts } from './texts';

const name = z.string().trim().min(1, texts.empty).max(100);
const text = z.string().min(1, texts.empty).max(100_000);
const variable = z.string().regex(/^[\p{L}\p{N}_ -]{1,50}$/u, texts.badVariable);
const variables = z
  .array(variable)
  .max(20)
  .transform((given) => [...new Set(given)]);
const visibility = z.enum(['private', 'workspace']);

export const newPromptInput = z.strictObject({
  name,
  text,
  /** Absent = the gaps `{{name}}` that the text has. */
  variables: variables.optional(),
  visibility: visibility.default('private'),
  workspaceId: z.uuid().optional(),
});

const MOST_AT_ONCE = 500;

export const importedPrompts = z.strictObject({
  prompts: z
    .array(z.strictObject({ name, text, variables: variables.optional() }))
    .min(1, texts.empty)
    .max(MOST_AT_ONCE),
  visibility: visibility.default('private'),
  workspaceId: z.uuid().optional(),
});

export const promptChanges = z
  .strictObject({ name, text, variables, visibility })
  .partial()
  .refine((changes) => Object.keys(changes).length > 0, texts.noChange);

/** As `PromptRecord`. */
export const promptSchema = z.object({
  id: z.uuid(),
  workspaceId: z.uuid(),
  ownerId: z.uuid(),
  name: z.string(),
  text: z.string(),
  variables: z.array(z.string()).describe('Names of the gaps `{{name}}`, in the order in which they are asked for.'),
  visibility: z.enum(['private', 'workspace']),
  createdAt: time,
  updatedAt: time,
});
