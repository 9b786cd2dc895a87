import { contextListQuery } from '@/lib/contexts/context-list-query';
import { listRunContexts } from '@/lib/contexts/list-run-contexts';
import { idParams } from '@/lib/http/id-params';
import { route } from '@/lib/http/route';

/** The snapshots of the slots' contexts in a run, oldest first. */
export const GET = route({ params: idParams, query: contextListQuery }, ({ actor, params, query }) =>
  listRunContexts(actor, params.id, query),
);
