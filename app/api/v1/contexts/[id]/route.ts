import { getContext } from '@/lib/contexts/get-context';
import { idParams } from '@/lib/http/id-params';
import { route } from '@/lib/http/route';

/** What a snapshot holds. */
export const GET = route({ params: idParams }, async ({ actor, params }) => ({
  context: await getContext(actor, params.id),
}));
