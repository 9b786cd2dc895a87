import { idParams } from '@/lib/http/id-params';
import { accepted } from '@/lib/http/respond';
import { route } from '@/lib/http/route';
import { controlRun } from '@/lib/runs/control-run';

/** Goes to the presentation with the answers that exist. */
export const POST = route({ params: idParams }, async ({ actor, params }) => {
  await controlRun(actor, params.id, { type: 'answerNow' });
  return accepted({ ok: true });
});
