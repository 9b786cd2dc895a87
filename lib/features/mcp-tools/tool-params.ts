import { z } from 'zod';

/** The parameters of a path with `[id]` and `[name]`; a tool's name may hold any characters. */
export const toolParams = z.object({ id: z.uuid(), name: z.string().min(1).max(1000) });
