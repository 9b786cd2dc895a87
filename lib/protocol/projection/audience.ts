/** How much of a conversation a share shows, least first; the same as in `db/permissions`, which a test compares. */
export const SHARE_LEVELS = ['final', 'answers', 'tools', 'files'] as const;

export type ShareLevel = (typeof SHARE_LEVELS)[number];

/** Who reads through a share: its level, and whether its switch for system messages is on. */
export type ShareAudience = `share:${ShareLevel}` | `share:${ShareLevel}+system`;

/**
 * For whom a run is projected. `member` = everybody whom the permission table lets read the run as such, the viewers of its workspace
 * included: they see all of the log. An audience that sees less comes with a table of its own here.
 */
export type Audience = 'member' | ShareAudience;

export function shareAudience(level: ShareLevel, systemMessages: boolean): ShareAudience {
  return systemMessages ? `share:${level}+system` : `share:${level}`;
}

/** What of a run a share may show. */
export interface ShareSight {
  level: ShareLevel;
  systemMessages: boolean;
}

/** `null` for an audience that is no share. */
export function sightOf(audience: Audience): ShareSight | null {
  if (audience === 'member') return null;
  const [level, system] = audience.slice('share:'.length).split('+') as [ShareLevel, string | undefined];
  return { level, systemMessages: system !== undefined };
}

/** Whether the level shows what is first shown at `from`. */
export function shows({ level }: ShareSight, from: ShareLevel): boolean {
  return SHARE_LEVELS.indexOf(level) >= SHARE_LEVELS.indexOf(from);
}
