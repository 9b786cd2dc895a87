import { z } from 'zod';
import { compareRunFiles } from '@/lib/contexts/compare-run-files';
import { fileResponse } from '@/lib/http/file-response';
import { idParams } from '@/lib/http/id-params';
import { route } from '@/lib/http/route';
import { readRunFile } from '@/lib/run-files/read-run-file';

const query = z.object({ slot: z.string().min(1).optional(), at: z.enum(['now', 'start']).default('now') });

/** The files that the slots have changed, beside one another. With `slot` it is the slot's file of this name that is asked for. */
export const GET = route({ params: idParams, query }, async ({ actor, params, query: { slot, at } }) =>
  slot === undefined
    ? compareRunFiles(actor, params.id)
    : fileResponse(await readRunFile(actor, { runId: params.id, path: 'comparison', slot, at })),
);
