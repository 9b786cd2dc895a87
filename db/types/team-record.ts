import type { TeamDefinition } from './team-definition';

export interface TeamRecord {
  id: string;
  workspaceId: string;
  version: number;
  definition: TeamDefinition;
  createdAt: Date;
  updatedAt: Date;
}
