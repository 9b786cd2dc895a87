import { z } from 'zod';
import { created } from '@/lib/http/respond';
import { route } from '@/lib/http/route';
import { createTeam } from '@/lib/teams/create-team';
import { listTeams } from '@/lib/teams/list-teams';
import { teamBody } from '@/lib/teams/team-body';

const query = z.object({ cursor: z.uuid().optional(), limit: z.coerce.number().int().min(1).max(200).optional() });

export const GET = route({ query }, ({ actor, query }) => listTeams(actor, query));

export const POST = route({ body: teamBody }, async ({ actor, body }) =>
  created({ team: await createTeam(actor, body.team, body.workspaceId) }),
);
