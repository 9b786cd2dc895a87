import { z } from 'zod';

const figures = {
  runs: z.int(),
  requests: z.int(),
  inputTokens: z.number(),
  outputTokens: z.number(),
  cachedTokens: z.number(),
  reasoningTokens: z.number(),
  unpricedTokens: z.number(),
  estimatedTokens: z.number(),
  costUsd: z.number().nullable(),
  priceDate: z.string().nullable(),
};

export const usageItemSchema = z.object({
  ...figures,
  day: z.string().optional(),
  phase: z.string().optional(),
  backend: z.string().optional(),
  model: z.string().optional(),
  conversationId: z.string().nullable().optional(),
  title: z.string().nullable().optional(),
});

/** As `UsageReport`, beside the items. */
export const usageSums = {
  total: z.object(figures),
  contexts: z.object({
    snapshots: z.number(),
    bytesStored: z.number(),
    captureMs: z.number(),
    deliveries: z.number(),
    deliveredTokens: z.number(),
    deliverMs: z.number(),
    failures: z.number(),
  }),
  from: z.iso.date(),
  to: z.iso.date(),
};
