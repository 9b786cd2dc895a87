import { team, teamVersion } from '../../schema/teams';

export const teamColumns = {
  id: team.id,
  workspaceId: team.workspaceId,
  version: team.version,
  definition: teamVersion.definition,
  createdAt: team.createdAt,
  updatedAt: team.updatedAt,
};
