import 'server-only';
import type { Actor } from '@/lib/platform/auth/actor';
import { writeTeam } from '@/lib/team-config/config/write-team';
import { getTeam } from './get-team';

export interface ExportedTeam {
  fileName: string;
  mediaType: string;
  text: string;
}

/** A team as a file that `importTeam` reads again: its definition as written, never a key. Throws `not_found`. */
export async function exportTeam(actor: Actor, id: string, format: 'yaml' | 'json'): Promise<ExportedTeam> {
  const team = await getTeam(actor, id);
  return {
    fileName: `${fileNameOf(team.name)}.${format}`,
    mediaType: `application/${format}`,
    text: writeTeam(team, format),
  };
}

function fileNameOf(name: string): string {
  const plain = name
    .normalize('NFKD')
    .replace(/[^\w-]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return plain.toLowerCase().slice(0, 60) || 'team';
}
