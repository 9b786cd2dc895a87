import { z } from 'zod';

/** The parameters of a path with `[id]` and `[name]`; a tool's name may hold any characters. */
export const toolParams = z.object({ id: z.uuid(), name: z.string().regex(/^[^\0]{1,1000}$/s) });
