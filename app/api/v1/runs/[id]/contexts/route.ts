import { findRunOrThrow } from '@/lib/features/runs/find-run-or-throw';
import { contextListQuery } from '@/lib/features/snapshots/context-list-query';
import { listRunContexts } from '@/lib/features/snapshots/list-run-contexts';
import { listedContextSchema } from '@/lib/features/snapshots/snapshot-schema';
import { list } from '@/lib/platform/http/answer';
import { idParams } from '@/lib/platform/http/id-params';
import { otherMethods } from '@/lib/platform/http/other-methods';
import { route } from '@/lib/platform/http/route';

export const GET = route(
  {
    about: 'Lists the snapshots of the slots’ contexts in a run, oldest first.',
    answer: list(listedContextSchema),
    params: idParams,
    query: contextListQuery,
    access: ({ actor, params }) => findRunOrThrow(actor, params.id, 'read'),
  },
  ({ actor, params, query }) => listRunContexts(actor, params.id, query),
);

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET');
