import { idParams } from '@/lib/http/id-params';
import { accepted } from '@/lib/http/respond';
import { route } from '@/lib/http/route';
import { createRun } from '@/lib/runs/create-run';
import { runInput } from '@/lib/runs/run-input';

/** Asks a team in a conversation. */
export const POST = route({ params: idParams, body: runInput }, async ({ actor, params, body }) =>
  accepted({ run: await createRun(actor, { ...body, conversationId: params.id }) }),
);
