import { z } from 'zod';
import { refuseUnknownServers } from '@/lib/features/teams/refuse-unknown-servers';
import { refuseUntrustedAddresses } from '@/lib/features/teams/refuse-untrusted-addresses';
import { teamBody } from '@/lib/features/teams/team-body';
import { completeTeamSchema, fieldErrorSchema } from '@/lib/features/teams/team-schemas';
import { json } from '@/lib/platform/http/answer';
import { otherMethods } from '@/lib/platform/http/other-methods';
import { route } from '@/lib/platform/http/route';
import { validateTeam } from '@/lib/team-config/validate-team';

export const POST = route(
  {
    needs: 'team.read',
    about: 'Checks a team: 200 with the complete team and what is odd about it, or 422 with each fault’s path.',
    answer: json({ valid: z.literal(true), team: completeTeamSchema, warnings: z.array(fieldErrorSchema) }),
    body: teamBody,
  },
  async ({ actor, body }) => {
    const { team, definition, warnings } = validateTeam(body.team);
    await refuseUntrustedAddresses(actor, definition);
    await refuseUnknownServers(actor, definition);
    return { valid: true, team, warnings };
  },
);

export const { GET, HEAD, PUT, PATCH, DELETE, OPTIONS } = otherMethods('POST');
