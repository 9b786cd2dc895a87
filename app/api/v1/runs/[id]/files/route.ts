import { z } from 'zod';
import { findRunOrThrow } from '@/lib/features/runs/find-run-or-throw';
import { listRunFiles } from '@/lib/features/work-folders/list-run-files';
import { runFileSchema } from '@/lib/features/work-folders/run-file-schema';
import { list } from '@/lib/platform/http/answer';
import { idParams } from '@/lib/platform/http/id-params';
import { otherMethods } from '@/lib/platform/http/other-methods';
import { route } from '@/lib/platform/http/route';

const query = z.object({ slot: z.string().min(1).optional() });

export const GET = route(
  {
    about: 'Lists the files in a slot’s working folder, with what became of them since the start of the turn.',
    answer: list(runFileSchema, { slots: z.array(z.string()), slot: z.string().nullable(), isCut: z.boolean() }),
    params: idParams,
    query,
    access: ({ actor, params }) => findRunOrThrow(actor, params.id, 'read'),
  },
  ({ actor, params, query }) => listRunFiles(actor, params.id, query.slot),
);

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET');
