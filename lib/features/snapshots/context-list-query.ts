import 'server-only';
import { z } from 'zod';

const MOST = 1000;

/** A run has hundreds of snapshots at most, so that nearly always one page has them all. */
export const contextListQuery = z.object({
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(MOST).default(MOST),
});
