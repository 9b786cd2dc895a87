import 'server-only';
import type { TeamDefinition } from '@/db/types/team-definition';
import type { TeamRecord } from '@/db/types/team-record';
import type { Preset } from '@/lib/team-config/preset';

/** A team as the API shows it: its definition as written, under its id. */
export interface TeamView extends TeamDefinition {
  id: string;
  builtIn: boolean;
  /** Null for a built-in team. */
  workspaceId: string | null;
  version: number;
  description: string | null;
  needs: string | null;
  createdAt: string | null;
  updatedAt: string | null;
}

export function viewOfTeam({ id, workspaceId, version, definition, createdAt, updatedAt }: TeamRecord): TeamView {
  return {
    ...definition,
    id,
    builtIn: false,
    workspaceId,
    version,
    description: null,
    needs: null,
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
  };
}

export function viewOfPreset({ id, definition, description, needs }: Preset): TeamView {
  return {
    ...definition,
    id,
    builtIn: true,
    workspaceId: null,
    version: 1,
    description,
    needs,
    createdAt: null,
    updatedAt: null,
  };
}
