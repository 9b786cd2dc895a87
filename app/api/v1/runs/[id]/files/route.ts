import { z } from 'zod';
import { idParams } from '@/lib/http/id-params';
import { route } from '@/lib/http/route';
import { listRunFiles } from '@/lib/run-files/list-run-files';

const query = z.object({ slot: z.string().min(1).optional() });

/** The files in a slot's working folder, with what became of them since the start of the turn. */
export const GET = route({ params: idParams, query }, ({ actor, params, query }) =>
  listRunFiles(actor, params.id, query.slot),
);
