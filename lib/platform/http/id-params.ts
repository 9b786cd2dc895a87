import 'server-only';
import { z } from 'zod';

/** The parameters of a path with `[id]`. */
export const idParams = z.object({ id: z.uuid() });
