import { z } from 'zod';
import { diffContexts } from '@/lib/features/snapshots/diff-contexts';
import { findSnapshotOrThrow } from '@/lib/features/snapshots/find-snapshot-or-throw';
import { contextDiffSchema } from '@/lib/features/snapshots/snapshot-schema';
import { json } from '@/lib/platform/http/answer';
import { idParams } from '@/lib/platform/http/id-params';
import { otherMethods } from '@/lib/platform/http/other-methods';
import { route } from '@/lib/platform/http/route';

const query = z.object({ against: z.uuid('Give the id of a context.').optional() });

export const GET = route(
  {
    about: 'Says what has come since another snapshot of the conversation, by default the one before.',
    answer: json({ diff: contextDiffSchema }),
    params: idParams,
    query,
    access: ({ actor, params }) => findSnapshotOrThrow(actor, params.id),
  },
  async ({ actor, params, query }) => ({
    diff: await diffContexts(actor, params.id, query.against),
  }),
);

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET');
