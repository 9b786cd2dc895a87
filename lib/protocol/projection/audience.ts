/** How much of a conversation a share shows, least first; the same as in `db/permissions`, which a test compares. */
export const SHARE_LEVELS = ['final', 'answers', 'tools', 'files'] as const;

export type ShareLevel = (typeof SHARE_LEVELS)[number];

/** Who reads through a share: its level, whether its switch for system messages is on, and whether they are told who steered. */
export type ShareAudience = `share:${ShareLevel}${'' | '+system'}${'' | '+names'}`;

/**
 * For whom a run is projected. `member` = everybody whom the permission table lets read the run as such, the viewers of its workspace
 * included: they see all of the log. An audience that sees less comes with a table of its own here.
 */
export type Audience = 'member' | ShareAudience;

/** Only who belongs to the workspace of the conversation `isColleague`. */
export function shareAudience({ level, systemMessages, isColleague = false }: ShareSight): ShareAudience {
  return `share:${level}${systemMessages ? '+system' : ''}${isColleague ? '+names' : ''}`;
}

/** What of a run a share may show. */
export interface ShareSight {
  level: ShareLevel;
  systemMessages: boolean;
  /** Whether whoever reads belongs to the workspace of the conversation; absent = no. */
  isColleague?: boolean;
}

/** `null` for an audience that is no share. */
export function sightOf(audience: Audience): ShareSight | null {
  if (audience === 'member') return null;
  const [level, ...more] = audience.slice('share:'.length).split('+') as [ShareLevel, ...string[]];
  return { level, systemMessages: more.includes('system'), isColleague: more.includes('names') };
}

/** Whether the level shows what is first shown at `from`. */
export function shows({ level }: ShareSight, from: ShareLevel): boolean {
  return SHARE_LEVELS.indexOf(level) >= SHARE_LEVELS.indexOf(from);
}
