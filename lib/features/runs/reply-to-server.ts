import 'server-only';
import { z } from 'zod';
import type { RunControl } from '@/lib/engine/run/run-control';
import { texts } from '@/lib/features/texts';
import { validateJson } from '@/lib/platform/bounded-evaluation/validate-json';
import { AppError } from '@/lib/platform/errors/app-error';
import type { Approval } from '@/lib/protocol/state';

export type ApprovalDecision = Omit<Extract<RunControl, { type: 'decideApproval' }>, 'type' | 'controlId'>;

/** What the protocol of servers can carry. */
const formContent = z.record(
  z.string().max(200),
  z.union([z.string().max(20_000), z.number(), z.boolean(), z.array(z.string().max(20_000)).max(1000)]),
);
const samplingContent = z.strictObject({
  systemPrompt: z.string().max(50_000).optional(),
  messages: z
    .array(z.strictObject({ role: z.enum(['user', 'assistant']), text: z.string().max(50_000) }))
    .min(1)
    .max(50),
});

/**
 * A decision about what a server asks while its tool runs, complete and checked: the content of a form by the server's schema, with its defaults. Throws
 * `invalid` with the path of what does not fit.
 */
export async function replyToServer(approval: Approval, decision: ApprovalDecision): Promise<ApprovalDecision> {
  if (decision.scope !== 'once') throw invalid([{ path: 'scope', message: texts.onceOnly }]);
  if (decision.arguments) throw invalid([{ path: 'arguments', message: texts.noArguments }]);
  const { content, ...bare } = decision;
  if (decision.decision === 'deny') return bare;
  const { elicitation } = approval;
  if (elicitation?.mode === 'form') {
    return { ...bare, content: await checkedForm(elicitation.requestedSchema, content ?? {}) };
  }
  if (!content) return bare;
  if (elicitation) throw invalid([{ path: 'content', message: texts.noContent }]);
  return { ...bare, content: parsed(samplingContent, content) };
}

async function checkedForm(schema: Record<string, unknown>, given: Record<string, unknown>) {
  const content = parsed(formContent, { ...defaultsOf(schema), ...given });
  // Schemas of servers are evaluated in a thread of their own, within bounds.
  const validation = await validateJson(schema, content);
  if (validation.valid === false)
    throw invalid(
      validation.errors.map(({ path, message }) => ({ path: `content${path.replaceAll('/', '.')}`, message })),
    );
  return content;
}

function defaultsOf({ properties }: Record<string, unknown>): Record<string, unknown> {
  const fields = Object.entries((properties ?? {}) as Record<string, { default?: unknown } | undefined>);
  return Object.fromEntries(
    fields.flatMap(([name, field]) => (field?.default === undefined ? [] : [[name, field.default]])),
  );
}

function parsed<T>(schema: z.ZodType<T>, value: unknown): T {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw invalid(result.error.issues.map(({ path, message }) => ({ path: ['content', ...path].join('.'), message })));
}

function invalid(fields: { path: string; message: string }[]): AppError {
  return new AppError('invalid', texts.badReply, { fields });
}
