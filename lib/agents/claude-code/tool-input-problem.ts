import { z } from 'zod';

const text = z.string().refine((value) => !value.includes('\0'), 'It must not contain a NUL character.');
const path = text.min(1, 'Give a path.');
const count = z.int().nonnegative();

/** What Claude Code's own tools take, as `sdk-tools.d.ts` of its SDK has it. Absent = a tool of the task list, which asks nobody. */
const INPUTS: Record<string, z.ZodType> = {
  Read: z.strictObject({
    file_path: path,
    offset: count.optional(),
    limit: count.optional(),
    pages: text.optional(),
    allow_large: z.boolean().optional(),
  }),
  Write: z.strictObject({ file_path: path, content: text }),
  Edit: z.strictObject({ file_path: path, old_string: text, new_string: text, replace_all: z.boolean().optional() }),
  Bash: z.strictObject({
    command: text.refine((value) => value.trim() !== '', 'Give a command.'),
    timeout: count.optional(),
    description: text.optional(),
    run_in_background: z.boolean().optional(),
    dangerouslyDisableSandbox: z.boolean().optional(),
  }),
  Glob: z.strictObject({ pattern: text.min(1, 'Give a pattern.'), path: path.optional() }),
  Grep: z.strictObject({
    pattern: text.min(1, 'Give a pattern.'),
    path: path.optional(),
    glob: text.optional(),
    output_mode: z.enum(['content', 'files_with_matches', 'count']).optional(),
    '-B': count.optional(),
    '-A': count.optional(),
    '-C': count.optional(),
    context: count.optional(),
    '-n': z.boolean().optional(),
    '-i': z.boolean().optional(),
    '-o': z.boolean().optional(),
    type: text.optional(),
    head_limit: count.optional(),
    offset: count.optional(),
    multiline: z.boolean().optional(),
  }),
};

/**
 * What is wrong with arguments that a person puts in place of those that a tool was called with; `null` = nothing. They have the tool's
 * own form, as Claude Code checks it of its model, and switch nothing on that the call had not.
 */
export function toolInputProblem(
  tool: string,
  given: unknown,
  original: unknown,
): { path: string; message: string } | null {
  const schema = Object.hasOwn(INPUTS, tool) ? INPUTS[tool] : undefined;
  if (!schema) return { path: '', message: `The arguments of ${tool} cannot be changed.` };
  const parsed = schema.safeParse(given);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const keys = issue?.code === 'unrecognized_keys' ? issue.keys : [];
    return keys.length > 0
      ? { path: keys.join(', '), message: `${tool} takes no such argument.` }
      : { path: issue?.path.join('.') ?? '', message: issue?.message ?? 'It is not valid.' };
  }
  const [before, after] = [original, given].map((value) => (value ?? {}) as Record<string, unknown>);
  const switched = ['dangerouslyDisableSandbox', 'run_in_background'].find(
    (key) => after?.[key] === true && before?.[key] !== true,
  );
  return switched ? { path: switched, message: 'It cannot be switched on by a change of the arguments.' } : null;
}
