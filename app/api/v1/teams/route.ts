import { z } from 'zod';
import { createTeam } from '@/lib/features/teams/create-team';
import { listTeams } from '@/lib/features/teams/list-teams';
import { teamBody } from '@/lib/features/teams/team-body';
import { teamViewSchema } from '@/lib/features/teams/team-schemas';
import { json, list } from '@/lib/platform/http/answer';
import { otherMethods } from '@/lib/platform/http/other-methods';
import { created } from '@/lib/platform/http/respond';
import { route } from '@/lib/platform/http/route';

const query = z.object({
  workspaceId: z.uuid().optional(),
  cursor: z.uuid().optional(),
  limit: z.coerce.number().int().min(1).max(200).optional(),
});

export const GET = route(
  {
    about: 'Lists the built-in teams (on the first page), then the saved ones, newest first.',
    answer: list(teamViewSchema),
    query,
  },
  ({ actor, query }) => listTeams(actor, query),
);

export const POST = route(
  { about: 'Saves a team.', answer: json({ team: teamViewSchema }, 201), body: teamBody },
  async ({ actor, body }) => created({ team: await createTeam(actor, body.team, body.workspaceId) }),
);

export const { PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET', 'POST');
