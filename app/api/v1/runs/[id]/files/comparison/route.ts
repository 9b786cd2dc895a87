import { z } from 'zod';
import { findRunOrThrow } from '@/lib/features/runs/find-run-or-throw';
import { compareRunFiles } from '@/lib/features/snapshots/compare-run-files';
import { damagedContextSchema, fileComparisonSchema } from '@/lib/features/snapshots/snapshot-schema';
import { readRunFile } from '@/lib/features/work-folders/read-run-file';
import { list } from '@/lib/platform/http/answer';
import { fileResponse } from '@/lib/platform/http/file-response';
import { idParams } from '@/lib/platform/http/id-params';
import { otherMethods } from '@/lib/platform/http/other-methods';
import { route } from '@/lib/platform/http/route';

const query = z.object({ slot: z.string().min(1).optional(), at: z.enum(['now', 'start']).default('now') });

export const GET = route(
  {
    about:
      'Sets the files that the slots have changed beside one another. With `slot` it gives the slot’s file of this name.',
    answer: {
      ...list(fileComparisonSchema, { damaged: z.array(damagedContextSchema) }),
      media: ['text/plain', 'application/octet-stream'],
    },
    params: idParams,
    query,
    access: ({ actor, params }) => findRunOrThrow(actor, params.id, 'read'),
  },
  async ({ actor, params, query: { slot, at } }) =>
    slot === undefined
      ? compareRunFiles(actor, params.id)
      : fileResponse(await readRunFile(actor, { runId: params.id, path: 'comparison', slot, at })),
);

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET');
