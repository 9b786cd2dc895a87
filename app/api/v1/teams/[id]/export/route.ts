import { z } from 'zod';
import { exportTeam } from '@/lib/features/teams/export-team';
import { getTeam } from '@/lib/features/teams/get-team';
import { file } from '@/lib/platform/http/answer';
import { otherMethods } from '@/lib/platform/http/other-methods';
import { download } from '@/lib/platform/http/respond';
import { route } from '@/lib/platform/http/route';

/** A built-in team's id is a word. */
const params = z.object({ id: z.string() });
const query = z.object({ format: z.enum(['yaml', 'json'], 'Give yaml or json.').default('yaml') });

export const GET = route(
  {
    about: 'Gives a team as a file that the import reads again.',
    answer: file('application/yaml', 'application/json'),
    params,
    query,
    access: ({ actor, params }) => getTeam(actor, params.id),
  },
  async ({ actor, params, query }) => download(await exportTeam(actor, params.id, query.format)),
);

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET');
