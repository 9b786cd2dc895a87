import { z } from 'zod';
import { findRunOrThrow } from '@/lib/features/runs/find-run-or-throw';
import { readRunFile } from '@/lib/features/work-folders/read-run-file';
import { file } from '@/lib/platform/http/answer';
import { fileResponse } from '@/lib/platform/http/file-response';
import { otherMethods } from '@/lib/platform/http/other-methods';
import { route } from '@/lib/platform/http/route';

const params = z.object({ id: z.uuid(), path: z.array(z.string()) });
const query = z.object({ slot: z.string().min(1), at: z.enum(['now', 'start']).default('now') });

export const GET = route(
  {
    about: 'Gives one file as it is, or as it was at the start of the turn.',
    answer: file('text/plain', 'application/octet-stream'),
    params,
    query,
    access: ({ actor, params }) => findRunOrThrow(actor, params.id, 'read'),
  },
  async ({ actor, params, query }) =>
    fileResponse(await readRunFile(actor, { runId: params.id, path: params.path.join('/'), ...query })),
);

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET');
