import 'server-only';
import { selectTeams } from '@/db/queries/teams/select-teams';
import type { Actor } from '@/lib/platform/auth/actor';
import { PRESETS } from '@/lib/team-config/presets';
import { type TeamView, viewOfPreset, viewOfTeam } from './team-view';

const DEFAULT_LIMIT = 50;

interface ListQuery {
  cursor?: string | null;
  limit?: number;
  /** Only those of this workspace, besides the built-in ones. */
  workspaceId?: string | undefined;
}

/** The built-in teams (on the first page), then the saved ones, newest first. `cursor` comes from the page before. */
export async function listTeams(
  actor: Actor,
  { cursor = null, limit = DEFAULT_LIMIT, workspaceId }: ListQuery = {},
): Promise<{ items: TeamView[]; nextCursor: string | null }> {
  const rows = await selectTeams(actor, limit + 1, { before: cursor, workspaceId });
  const page = rows.slice(0, limit);
  const presets = cursor ? [] : PRESETS.map(viewOfPreset);
  return {
    items: [...presets, ...page.map(viewOfTeam)],
    nextCursor: rows.length > limit ? (page.at(-1)?.id ?? null) : null,
  };
}
