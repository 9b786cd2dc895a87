import { z } from 'zod';
import { download } from '@/lib/http/respond';
import { route } from '@/lib/http/route';
import { exportTeam } from '@/lib/teams/export-team';

/** A built-in team's id is a word. */
const params = z.object({ id: z.string() });
const query = z.object({ format: z.enum(['yaml', 'json'], 'Give yaml or json.').default('yaml') });

export const GET = route({ params, query }, async ({ actor, params, query }) =>
  download(await exportTeam(actor, params.id, query.format)),
);
