import { z } from 'zod';

/** What Claude Code may use: nothing that reaches the network by itself or other sessions on this machine. */
const TOOLS = ['Read', 'Write', 'Edit', 'Bash', 'Glob', 'Grep'] as const;

const TURNS = 'Give a whole number from 1 to 1000.';

const schema = z.strictObject({
  /** Whose key pays, and whose Anthropic-format endpoint is asked. */
  provider: z.enum(['anthropic', 'zai'], 'Give "anthropic" or "zai".').default('anthropic'),
  effort: z.enum(['low', 'medium', 'high', 'xhigh', 'max'], 'Give low, medium, high, xhigh or max.').optional(),
  thinking: z.enum(['adaptive', 'disabled'], 'Give "adaptive" or "disabled".').optional(),
  /** Model requests in a row without acting. */
  maxTurns: z.number(TURNS).int(TURNS).min(1, TURNS).max(1000, TURNS).default(100),
  /**
   * `acceptEdits`: what stays in the working folder runs, all else asks a person. `default`: edits ask too. `dontAsk`: what would ask
   * is denied. `allowAll`: nothing asks.
   */
  permissionMode: z
    .enum(['default', 'acceptEdits', 'dontAsk', 'allowAll'], 'Give default, acceptEdits, dontAsk or allowAll.')
    .default('acceptEdits'),
  tools: z
    .array(z.enum(TOOLS, `Known tools: ${TOOLS.join(', ')}.`), 'Give a list of tools, for example ["Read", "Grep"].')
    .default([...TOOLS]),
});

export const CLAUDE_CODE_PARAM_NAMES = Object.keys(schema.shape);

export type ClaudeCodeParams = z.infer<typeof schema>;

/** The parameters with their defaults. Throws a `ZodError` for parameters that `claudeCodeParamProblems` complains about. */
export function claudeCodeParams(params: Record<string, unknown>): ClaudeCodeParams {
  return schema.parse(params);
}

export function claudeCodeParamProblems(params: Record<string, unknown>): { path: string; message: string }[] {
  const parsed = schema.safeParse(params);
  if (parsed.success) return [];
  return parsed.error.issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => ({
          path: key,
          message: `Claude Code has no such parameter. Known: ${CLAUDE_CODE_PARAM_NAMES.join(', ')}.`,
        }))
      : [{ path: issue.path.join('.'), message: issue.message }],
  );
}
