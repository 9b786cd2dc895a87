import { z } from 'zod';

/** A model server at a private address. */
export const localServerSchema = z.object({
  label: z.string().describe('The program that usually listens there, else host and port.'),
  origin: z.string(),
  baseUrl: z.string().describe('As an agent’s backend takes it.'),
  backend: z.enum(['lmstudio', 'openai_compatible']).describe('The type of backend that asks it.'),
  models: z.array(z.string()),
  latencyMs: z.number().nullable(),
  trusted: z.boolean().describe('Model requests may go there.'),
});

export type LocalServerView = z.infer<typeof localServerSchema>;
