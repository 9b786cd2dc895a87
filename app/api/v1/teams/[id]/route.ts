import { z } from 'zod';
import { noContent } from '@/lib/http/respond';
import { route } from '@/lib/http/route';
import { deleteTeam } from '@/lib/teams/delete-team';
import { getTeam } from '@/lib/teams/get-team';
import { teamBody } from '@/lib/teams/team-body';
import { updateTeam } from '@/lib/teams/update-team';

/** A built-in team's id is a word. */
const params = z.object({ id: z.string() });

export const GET = route({ params }, async ({ actor, params }) => ({ team: await getTeam(actor, params.id) }));

export const PATCH = route({ params, body: teamBody }, async ({ actor, params, body }) => ({
  team: await updateTeam(actor, params.id, body.team),
}));

export const DELETE = route({ params }, async ({ actor, params }) => {
  await deleteTeam(actor, params.id);
  return noContent();
});
