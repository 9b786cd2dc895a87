import { z } from 'zod';
import { fileResponse } from '@/lib/http/file-response';
import { route } from '@/lib/http/route';
import { readRunFile } from '@/lib/run-files/read-run-file';

const params = z.object({ id: z.uuid(), path: z.array(z.string()) });
const query = z.object({ slot: z.string().min(1), at: z.enum(['now', 'start']).default('now') });

/** One file as it is, or as it was at the start of the turn. */
export const GET = route({ params, query }, async ({ actor, params, query }) =>
  fileResponse(await readRunFile(actor, { runId: params.id, path: params.path.join('/'), ...query })),
);
