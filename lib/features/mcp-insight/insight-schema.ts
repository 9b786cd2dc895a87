import { z } from 'zod';
import { time } from '@/lib/platform/http/answer';

/** As `McpResource`. */
export const resourceSchema = z.object({
  uri: z.string(),
  name: z.string(),
  title: z.string().optional(),
  description: z.string().optional(),
  mimeType: z.string().optional(),
  size: z.number().optional(),
});

/** As `McpPrompt`. */
export const promptSchema = z.object({
  name: z.string(),
  title: z.string().optional(),
  description: z.string().optional(),
  arguments: z.array(z.object({ name: z.string(), description: z.string().optional(), required: z.boolean() })),
});

/** As `WireMessage`. */
export const messageSchema = z.object({
  at: time,
  direction: z.enum(['sent', 'received']),
  method: z.string().nullable().describe('Of a reply: that of its request.'),
  id: z.union([z.string(), z.number()]).nullable(),
  isError: z.boolean(),
  text: z
    .string()
    .nullable()
    .describe('Cut, and without secrets; null = a call of a workspace’s server, whose content is of whoever made it.'),
});

const sums = {
  calls: z.int(),
  errors: z.int().describe('Answered with an error, or refused by the server.'),
  denied: z.int().describe('Never made: denied, or over a limit.'),
  unknown: z.int().describe('What became of them nobody knows.'),
  p50Ms: z.int().nullable(),
  p95Ms: z.int().nullable(),
};

export const metricsQuery = z.object({ days: z.coerce.number().int().min(1).max(90).default(7) });

/** As `Metrics`. */
export const metricsAnswer = {
  metrics: z.object({
    since: time,
    ...sums,
    tools: z.array(z.object({ tool: z.string(), ...sums })),
    health: z.object({
      checks: z.int(),
      ok: z.int(),
      p50Ms: z.int().nullable(),
      p95Ms: z.int().nullable(),
      history: z
        .array(z.object({ at: time, ok: z.boolean(), latencyMs: z.int().nullable(), problem: z.string().nullable() }))
        .describe('Background checks, newest first.'),
    }),
  }),
};
