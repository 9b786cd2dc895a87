import { z } from 'zod';

const values = z.record(z.string(), z.union([z.string(), z.object({ secret: z.string() })])).optional();

/** As `ImportReading`. */
export const importedServersSchema = {
  servers: z.array(
    z.object({
      name: z.string(),
      transport: z.union([
        z.object({ type: z.enum(['http', 'sse']), url: z.string(), headers: values }),
        z.object({ type: z.literal('stdio'), command: z.string(), args: z.array(z.string()).optional(), env: values }),
      ]),
      enabled: z.boolean().optional(),
      toolTimeoutSeconds: z.int().optional(),
    }),
  ),
  secrets: z
    .array(z.object({ name: z.string(), in: z.string(), description: z.string().optional() }))
    .describe('Slots to be filled in, by name, and where they stand.'),
  warnings: z.array(z.object({ key: z.string(), message: z.string() })),
  faults: z.array(z.object({ path: z.string(), message: z.string() })),
};
