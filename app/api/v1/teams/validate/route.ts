import { route } from '@/lib/http/route';
import { teamBody } from '@/lib/teams/team-body';
import { validateTeam } from '@/lib/teams/validate-team';

/** 200 with the complete team, or 422 with each fault's path. */
export const POST = route({ body: teamBody }, async ({ body }) => ({
  valid: true,
  team: validateTeam(body.team).team,
}));
