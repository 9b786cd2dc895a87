import { route } from '@/lib/http/route';
import { teamBody } from '@/lib/teams/team-body';
import { validateTeam } from '@/lib/teams/validate-team';

/** 200 with the complete team and what is odd about it, or 422 with each fault's path. */
export const POST = route({ body: teamBody }, async ({ body }) => {
  const { team, warnings } = validateTeam(body.team);
  return { valid: true, team, warnings };
});
