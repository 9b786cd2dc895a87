import { z } from 'zod';

/** A team as a request brings it: itself, or under `team`; `workspaceId` says where to save it. Checked by `validateTeam`. */
export const teamBody = z.looseObject({ workspaceId: z.uuid().optional() }).transform(({ workspaceId, ...rest }) => {
  const wrapped = typeof rest.team === 'object' && rest.team !== null && !Array.isArray(rest.team);
  return { team: wrapped ? (rest.team as Record<string, unknown>) : rest, workspaceId };
});
