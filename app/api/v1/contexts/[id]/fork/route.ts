import { forkContext } from '@/lib/contexts/fork-context';
import { forkInput } from '@/lib/contexts/fork-input';
import { idParams } from '@/lib/http/id-params';
import { created } from '@/lib/http/respond';
import { route } from '@/lib/http/route';

/** Makes a branch of the conversation that continues from a snapshot. */
export const POST = route({ params: idParams, body: forkInput }, async ({ actor, params, body }) =>
  created(await forkContext(actor, params.id, body)),
);
