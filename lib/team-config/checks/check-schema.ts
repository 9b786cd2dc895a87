import 'server-only';
import { z } from 'zod';
import { ANSWER, asksForAnswer } from '@/lib/protocol/decision/checks/answer-arguments';
import { JSON_POINTER } from '@/lib/protocol/decision/checks/at-pointer';
import { choice } from '../field-schemas';
import { texts } from './texts';

const MOST_CHECKS = 10;
const LONGEST_NAME = 60;
const LONGEST_PATTERN = 2_000;
const LONGEST_COMMAND = 4_000;
const LONGEST_CODE = 20_000;
const LARGEST_SCHEMA = 50_000;
const LARGEST_ARGUMENTS = 50_000;
const LONGEST_TOOL_NAME = 200;
const KINDS = ['schema', 'pattern', 'number', 'predicate', 'critic', 'mcp', 'command', 'code'] as const;

const text = (most: number) =>
  z
    .string({ error: texts.giveText })
    .refine((value) => value.trim() !== '', texts.giveText)
    .max(most, texts.atMost(most));

const number = z.number({ error: texts.giveNumber });

const common = {
  name: text(LONGEST_NAME)
    .transform((name) => name.trim())
    .optional(),
  decisive: z.boolean({ error: texts.giveFlag }).optional(),
};

const schema = z
  .union([z.boolean(), z.record(z.string(), z.unknown())], { error: texts.giveSchema })
  .refine((value) => JSON.stringify(value).length <= LARGEST_SCHEMA, texts.atMost(LARGEST_SCHEMA));

const pattern = z
  .strictObject({
    ...common,
    kind: z.literal('pattern'),
    pattern: text(LONGEST_PATTERN),
    flags: z
      .string()
      .regex(/^[imsuv]*$/, texts.flags)
      .optional(),
  })
  .superRefine((given, context) => {
    const fault = faultOf(given.pattern, given.flags);
    if (fault !== null) context.addIssue({ code: 'custom', path: ['pattern'], message: texts.noPattern(fault) });
  });

const byKind = z.discriminatedUnion('kind', [
  z.strictObject({ ...common, kind: z.literal('schema'), schema }),
  pattern,
  z.strictObject({
    ...common,
    kind: z.literal('number'),
    value: number,
    tolerance: number.min(0, texts.tolerance).optional(),
    unit: text(LONGEST_NAME).nullish(),
  }),
  z.strictObject({ ...common, kind: z.literal('predicate'), code: text(LONGEST_CODE) }),
  z.strictObject({ ...common, kind: z.literal('command'), command: text(LONGEST_COMMAND) }),
  z.strictObject({
    ...common,
    kind: z.literal('code'),
    language: z.enum(['javascript', 'python'], { error: texts.giveLanguage }),
    tests: text(LONGEST_CODE).nullish(),
  }),
  z.strictObject({ ...common, kind: z.literal('critic'), rubric: text(LONGEST_CODE) }),
  z.strictObject({
    ...common,
    kind: z.literal('mcp'),
    server: text(LONGEST_TOOL_NAME).transform((name) => name.trim()),
    tool: text(LONGEST_TOOL_NAME),
    arguments: z
      .record(z.string(), z.unknown(), { error: texts.giveArguments })
      .refine((given) => JSON.stringify(given).length <= LARGEST_ARGUMENTS, texts.atMost(LARGEST_ARGUMENTS))
      .refine(asksForAnswer, texts.noAnswer(ANSWER)),
    passes: z.string({ error: texts.givePointer }).regex(JSON_POINTER, texts.givePointer).nullish(),
  }),
]);

const ofKnownKind = z.looseObject({ kind: choice('Kind', KINDS) }, { error: texts.giveCheck });

/** The checks of a team, or of one question, as people write them. */
export const checksSchema = z
  .array(ofKnownKind.pipe(byKind), { error: texts.giveList })
  .max(MOST_CHECKS, texts.mostChecks(MOST_CHECKS));

export type ParsedCheck = z.infer<typeof byKind>;

/** For suggestions. */
export const CHECK_KEYS = [...new Set(byKind.options.flatMap((option) => Object.keys(option.shape)))];

/** Only read, never run: what it does to a text is for a thread with bounds to find out. */
function faultOf(source: string, flags = ''): string | null {
  try {
    new RegExp(source, flags);
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
