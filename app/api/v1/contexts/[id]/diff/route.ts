import { z } from 'zod';
import { diffContexts } from '@/lib/contexts/diff-contexts';
import { idParams } from '@/lib/http/id-params';
import { route } from '@/lib/http/route';

const query = z.object({ against: z.uuid('Give the id of a context.').optional() });

/** What has come since another snapshot of the conversation, by default since the one before. */
export const GET = route({ params: idParams, query }, async ({ actor, params, query }) => ({
  diff: await diffContexts(actor, params.id, query.against),
}));
