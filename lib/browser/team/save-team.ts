import { api } from '@/lib/browser/api/api';
import { setCookie } from '@/lib/browser/ui/set-cookie';
import { TEAM_COOKIE } from './team-choice';
import type { TeamDraft } from './team-draft';

/** Saves a new team and selects it for the next chat. Throws ApiError. */
export async function saveTeam(team: TeamDraft): Promise<{ id: string }> {
  const saved = await api<{ team: { id: string } }>('POST', '/teams', { team });
  setCookie(TEAM_COOKIE, saved.team.id);
  return saved.team;
}
