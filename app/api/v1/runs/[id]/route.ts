import { idParams } from '@/lib/http/id-params';
import { route } from '@/lib/http/route';
import { getRun } from '@/lib/runs/get-run';

export const GET = route({ params: idParams }, async ({ actor, params }) => ({ run: await getRun(actor, params.id) }));
