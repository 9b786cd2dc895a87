import { z } from 'zod';

export const runStatusSchema = z.enum(['queued', 'running', 'finished', 'stopped', 'failed']);

const money = z.number().nullable().describe('US dollars at list price; null when the price is not known.');
const error = z.object({ code: z.string(), message: z.string() });
const tokens = {
  inputTokens: z.number(),
  outputTokens: z.number(),
  cachedTokens: z.number(),
  reasoningTokens: z.number(),
  unpricedTokens: z.number().describe('Of models without a known price: the cost is without them.'),
  estimatedTokens: z.number().describe('Of requests that were interrupted, counted by their characters.'),
};
const used = {
  slot: z.string(),
  phase: z.string(),
  backend: z.string(),
  model: z.string(),
  requests: z.int(),
  ...tokens,
  costUsd: money,
  priceDate: z.string().nullable(),
};

/** As `RunDecision`. */
const decision = z
  .object({
    decidedBy: z.string().nullable().describe('What made the winner the winner; null while nothing is decided.'),
    classes: z.array(
      z.object({
        answerIds: z.array(z.string()),
        how: z.enum(['rule', 'comparison']).nullable().describe('How it is known that they are equal.'),
      }),
    ),
    echoes: z.array(z.string()).describe('Answers whose author had been shown an equal one: they add no support.'),
    ballots: z.array(z.object({ slot: z.string(), scores: z.record(z.string(), z.number()), reason: z.string() })),
    checks: z
      .array(
        z.object({
          answerId: z.string(),
          check: z.string(),
          outcome: z.enum(['pass', 'fail', 'none']),
          because: z.string(),
        }),
      )
      .describe('What checks say of answers; none = no result, which is no evidence.'),
    judge: z
      .object({ answerId: z.string().nullable() })
      .nullable()
      .describe('What held in both orders; null = no judge has decided.'),
    report: z.array(z.string()).describe('The disagreement report, in sentences.'),
  })
  .describe('Of a team that decides by evidence.');

/** As `RunSummary`. */
export const runSchema = z.object({
  id: z.uuid(),
  conversationId: z.uuid(),
  status: runStatusSchema,
  slots: z.array(
    z.object({
      slot: z.string(),
      name: z.string(),
      backend: z.string(),
      model: z.string(),
      state: z.string(),
      because: z.string().nullable(),
    }),
  ),
  answers: z.array(z.object({ answerId: z.string(), slot: z.string(), content: z.string() })),
  votes: z.array(
    z.object({
      slot: z.string(),
      answerId: z.string().nullable().describe('null = an abstention.'),
      reason: z.string(),
      round: z.int(),
      void: z.boolean().describe('It counts no more.'),
    }),
  ),
  winner: z.string().nullable(),
  decision: decision.optional(),
  final: z.string().nullable(),
  usage: z.object(tokens),
  costUsd: money,
  usageBy: z.array(z.object(used)),
  error: error.optional(),
});

/** As `DisagreementReport`. */
const report = z
  .object({
    positions: z.array(
      z.object({
        answerId: z.string().describe('The answer that stands for it.'),
        answers: z.array(z.string()),
        slots: z.array(z.string()),
        echoes: z.array(z.string()).describe('Of the slots, those that had been shown an equal answer first.'),
        isWinner: z.boolean(),
        equalBy: z.enum(['rule', 'comparison']).nullable(),
        checks: z.array(z.object({ check: z.string(), passed: z.boolean().nullable() })),
      }),
    ),
    silent: z.array(z.string()).describe('Slots without an answer that counts.'),
    doAllAgree: z.boolean(),
    decidedBy: z.string().nullable(),
    sureness: z.enum(['almost certain', 'very likely', 'likely', 'more likely than not', 'open']),
    unchecked: z.array(z.string()),
    unclear: z.array(z.array(z.string())).describe('Positions of which it is not known whether they differ.'),
    sentences: z.array(z.string()).describe('All of it in words.'),
    summary: z.array(z.string()).describe('The same in at most three lines.'),
  })
  .describe('Of teams that decide by evidence: who stands where, and what decided it.');

/** As `RunResult`. */
export const runResultSchema = z.object({
  final: z.string().nullable(),
  answerId: z.string().nullable(),
  presented: z.boolean(),
  cut: z.string().optional(),
  rule: z.string().nullable(),
  tally: z.record(z.string(), z.number()),
  error: error.nullable(),
  slots: z.array(
    z.object({ slot: z.string(), name: z.string(), backend: z.string(), model: z.string(), state: z.string() }),
  ),
  answers: z.int(),
  votes: z.int(),
  durationMs: z.number(),
  inputTokens: z.number(),
  outputTokens: z.number(),
  costUsd: money,
  unpricedTokens: z.number().optional(),
  usage: z.array(z.object(used)).optional(),
  bounds: z.array(z.string()).optional(),
  context: z
    .object({ deliveries: z.number(), tokens: z.number(), deliverMs: z.number(), failures: z.number() })
    .optional(),
  report: report.optional(),
  kind: z.string().optional().describe('Of what kind the task was.'),
  observations: z
    .array(
      z.object({
        slot: z.string(),
        backend: z.string(),
        model: z.string(),
        kind: z.string(),
        source: z.enum(['choice', 'checks', 'agreement']),
        isRight: z.boolean(),
        weight: z.number(),
      }),
    )
    .optional()
    .describe('What the run says of its members.'),
});
