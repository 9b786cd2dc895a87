import { z } from 'zod';
import { time } from '@/lib/platform/http/answer';

const jsonObject = z.record(z.string(), z.unknown());

/** As `ChainView`. */
export const chainSchema = z.object({
  id: z.uuid(),
  workspaceId: z.uuid(),
  scope: z.enum(['own', 'workspace']),
  name: z.string(),
  description: z.string(),
  inputSchema: jsonObject,
  steps: z.array(z.object({ server: z.string(), tool: z.string(), arguments: jsonObject })),
  version: z.int(),
  createdAt: time,
  updatedAt: time,
});

/** As `ChainRun`. */
export const chainRunAnswer = {
  result: z.object({
    content: z.array(z.looseObject({ type: z.string() })),
    structuredContent: z.unknown().optional(),
    isError: z.boolean(),
  }),
  steps: z.array(
    z.object({
      step: z.int(),
      server: z.string(),
      tool: z.string(),
      isError: z.boolean(),
      tookMs: z.int(),
      problem: z.string().optional().describe('Why it ended the chain.'),
    }),
  ),
  tookMs: z.int(),
};
