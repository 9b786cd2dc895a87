import { z } from 'zod';
import { TASK_KINDS } from '@/lib/protocol/reliability/kind-of-task';

export const taskKindSchema = z.enum(TASK_KINDS);

/** As `ModelReliability`. */
export const modelReliabilitySchema = z.object({
  backend: z.string(),
  model: z.string(),
  kind: taskKindSchema.nullable().describe('null = all kinds of task together.'),
  rate: z.number().nullable().describe('How often the model was right, 0 to 1; null = too little is known.'),
  uncertainty: z.number().nullable().describe('The true rate is most likely no further away than this.'),
  runs: z.int(),
  choices: z.int().describe('Of these, known by what a person chose.'),
  checks: z.int(),
  agreements: z.int(),
});
