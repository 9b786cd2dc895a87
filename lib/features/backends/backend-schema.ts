import { z } from 'zod';
import { time } from '@/lib/platform/http/answer';

const rates = {
  input: z.number(),
  cached: z.number().nullable(),
  cacheWrite: z.number().optional(),
  output: z.number(),
};

const model = z.object({
  model: z.string(),
  tools: z.boolean(),
  images: z.boolean(),
  documents: z.boolean(),
  reasoning: z.boolean(),
  contextWindow: z.int().nullable(),
  price: z
    .object({
      ...rates,
      asOf: z.string(),
      source: z.string(),
      long: z.object({ ...rates, aboveTokens: z.int() }).optional(),
      later: z.object({ ...rates, from: z.string() }).optional(),
    })
    .nullable()
    .describe('US dollars per million tokens.'),
});

/** As `BackendView`. */
export const backendSchema = z.object({
  type: z.string(),
  label: z.string(),
  simulation: z.boolean(),
  free: z.boolean().describe('It costs nothing, whatever the model.'),
  configured: z.boolean(),
  healthy: z.boolean(),
  slow: z.literal(true).optional().describe('It has not answered in time: the rest is what was last known of it.'),
  latencyMs: z.number().nullable(),
  models: z.array(z.string()),
  message: z.string().nullable(),
  catalogue: z.array(model),
  params: z.array(z.string()),
  fields: z.object({
    key: z.enum(['needed', 'optional']).nullable(),
    keyOf: z.string().describe('The type whose stored key it uses.'),
    baseUrl: z.string().nullable(),
  }),
  checkedAt: time,
});
