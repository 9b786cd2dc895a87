import { z } from 'zod';
import { deleteTeam } from '@/lib/features/teams/delete-team';
import { getChangeableTeam } from '@/lib/features/teams/get-changeable-team';
import { getTeam } from '@/lib/features/teams/get-team';
import { teamChanges } from '@/lib/features/teams/team-changes';
import { teamViewSchema } from '@/lib/features/teams/team-schemas';
import { updateTeam } from '@/lib/features/teams/update-team';
import { json, NOTHING } from '@/lib/platform/http/answer';
import { otherMethods } from '@/lib/platform/http/other-methods';
import { noContent } from '@/lib/platform/http/respond';
import { route } from '@/lib/platform/http/route';

/** A built-in team's id is a word. */
const params = z.object({ id: z.string() });

export const GET = route(
  { about: 'Gives a built-in or saved team.', answer: json({ team: teamViewSchema }), params },
  async ({ actor, params }) => ({ team: await getTeam(actor, params.id) }),
);

export const PATCH = route(
  {
    about: 'Changes a saved team; a stale `version` is a conflict that says what is there now.',
    answer: json({ team: teamViewSchema }),
    params,
    body: teamChanges,
    access: ({ actor, params }) => getChangeableTeam(actor, params.id),
  },
  async ({ actor, params, body }) => ({
    team: await updateTeam(actor, params.id, body.changes, body.version),
  }),
);

export const DELETE = route({ about: 'Deletes a saved team.', answer: NOTHING, params }, async ({ actor, params }) => {
  await deleteTeam(actor, params.id);
  return noContent();
});

export const { POST, PUT, OPTIONS } = otherMethods('GET', 'PATCH', 'DELETE');
