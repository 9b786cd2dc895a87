import { z } from 'zod';

/** As `RunFile`. */
export const runFileSchema = z.object({
  path: z.string(),
  bytes: z.int(),
  kind: z.enum(['file', 'link']),
  status: z.enum(['same', 'added', 'changed', 'deleted']).describe('Against the start of the turn.'),
});
