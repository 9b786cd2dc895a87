import { z } from 'zod';
import { policySchema } from '@/lib/features/mcp-servers/server-schema';
import { time } from '@/lib/platform/http/answer';

const jsonObject = z.record(z.string(), z.unknown());

/** As `ToolView`. */
export const toolSchema = z.object({
  name: z.string(),
  title: z.string().optional(),
  description: z.string(),
  inputSchema: jsonObject,
  outputSchema: jsonObject.optional(),
  annotations: z
    .object({
      readOnlyHint: z.boolean().optional(),
      destructiveHint: z.boolean().optional(),
      idempotentHint: z.boolean().optional(),
      openWorldHint: z.boolean().optional(),
    })
    .optional(),
  hash: z.string().describe('SHA-256 of the definition: the pin.'),
  state: z.enum(['approved', 'new', 'changed', 'blocked']),
  policy: policySchema.describe('What a call by who asks meets, all levels taken together.'),
  tokens: z.int().describe('What its definition costs with each request, roughly.'),
  diff: z
    .array(z.object({ path: z.string(), before: z.unknown().optional(), after: z.unknown().optional() }))
    .optional()
    .describe('Of a tool that has changed since it was approved.'),
});

/** As `CallOutcome`. */
export const callOutcomeSchema = {
  result: z.object({
    content: z.array(z.looseObject({ type: z.string() })),
    structuredContent: z.unknown().optional(),
    isError: z.boolean(),
  }),
  tookMs: z.int(),
  callId: z.uuid(),
  declined: z
    .array(z.string())
    .optional()
    .describe('What the server asked a person or a model meanwhile: outside of a run it is declined.'),
};

/** As `CallView`. */
export const callSchema = z.object({
  id: z.uuid(),
  tool: z.string(),
  runId: z.uuid().nullable().describe('null = a person’s own call.'),
  userId: z.uuid().nullable(),
  outcome: z.enum(['ok', 'error', 'denied', 'unknown']),
  tookMs: z.int(),
  argumentBytes: z.int(),
  resultBytes: z.int(),
  at: time,
});
