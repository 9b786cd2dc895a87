import { z } from 'zod';
import { correctKind } from '@/lib/features/reliability/correct-kind';
import { taskKindSchema } from '@/lib/features/reliability/reliability-schema';
import { findRunOrThrow } from '@/lib/features/runs/find-run-or-throw';
import { NOTHING } from '@/lib/platform/http/answer';
import { idParams } from '@/lib/platform/http/id-params';
import { otherMethods } from '@/lib/platform/http/other-methods';
import { noContent } from '@/lib/platform/http/respond';
import { route } from '@/lib/platform/http/route';

export const POST = route(
  {
    needs: 'run.control',
    about: 'Corrects of what kind a run’s task was: what was learned from it counts for that kind.',
    answer: NOTHING,
    params: idParams,
    body: z.strictObject({ kind: taskKindSchema }),
    access: ({ actor, params }) => findRunOrThrow(actor, params.id, 'write'),
  },
  async ({ actor, params, body }) => {
    await correctKind(actor, params.id, body.kind);
    return noContent();
  },
);

export const { GET, HEAD, PUT, PATCH, DELETE, OPTIONS } = otherMethods('POST');
