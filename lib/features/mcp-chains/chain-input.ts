import { z } from 'zod';
import { isPointer, referencesIn } from '@/lib/mcp/chains/resolve-arguments';
import { texts } from './texts';

const MAX_STEPS = 20;
const jsonObject = z.record(z.string(), z.unknown());

const step = z.strictObject({
  server: z.string().trim().min(1, texts.giveServer).max(200).describe('A name or id.'),
  tool: z.string().min(1, texts.giveTool).max(1000),
  arguments: jsonObject
    .default({})
    .describe('Any value may be `{"$from": "input" or a step’s number, "pointer": "/json/pointer"}`.'),
});

const steps = z
  .array(step)
  .min(1, texts.giveSteps)
  .max(MAX_STEPS, texts.tooManySteps(MAX_STEPS))
  .superRefine((all, context) => {
    for (const [at, { arguments: given }] of all.entries())
      for (const { at: place, value } of referencesIn(given)) {
        const problem = referenceProblem(value, at + 1);
        if (problem) context.addIssue({ code: 'custom', path: [at, 'arguments', place.slice(1)], message: problem });
      }
  });

function referenceProblem(
  { from, pointer, others }: { from: unknown; pointer: unknown; others: string[] },
  step: number,
): string | null {
  if (others.length > 0) return texts.otherKeys(others.join(', '));
  if (typeof pointer !== 'string' || !isPointer(pointer)) return texts.notAPointer;
  if (from === 'input') return null;
  const number = typeof from === 'string' && /^[1-9]\d?$/.test(from) ? Number(from) : 0;
  return number >= 1 && number < step ? null : texts.notASource(String(from), step);
}

const fields = {
  name: z
    .string()
    .trim()
    .regex(/^[\p{L}\p{N}][\p{L}\p{N} ._-]{0,63}$/u, texts.nameForm),
  description: z.string().trim().max(2000),
  inputSchema: jsonObject
    .refine(({ type }) => type === undefined || type === 'object', texts.objectSchema)
    .describe('JSON Schema of the arguments with which the chain is called.'),
  steps,
};

export const newChainSchema = z.strictObject({
  ...fields,
  workspaceId: z.uuid().optional().describe('Absent = the personal one.'),
  description: fields.description.default(''),
  inputSchema: fields.inputSchema.default({ type: 'object', properties: {} }),
});

export const chainChangesSchema = z
  .strictObject({ ...fields, version: z.int().describe('The one that was read.') })
  .partial()
  .refine(({ version: _, ...changes }) => Object.keys(changes).length > 0, texts.noChange);

export const chainRunSchema = z.strictObject({ arguments: jsonObject.default({}) });

export type NewChain = z.infer<typeof newChainSchema>;
export type ChainChanges = z.infer<typeof chainChangesSchema>;
