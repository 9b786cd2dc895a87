import type { ShareLevel } from '@/lib/protocol/projection/audience';

export type ShareAudience = 'anyone' | 'signedIn' | 'workspace' | 'people';
export type ShareMode = 'snapshot' | 'live';

/** What somebody chooses for a link, as the form holds it. */
export interface ShareChoices {
  level: ShareLevel;
  systemMessages: boolean;
  mode: ShareMode;
  audience: ShareAudience;
  /** Addresses, apart by anything but letters of theirs. */
  people: string;
  /** Empty = none, or as it was. */
  password: string;
  /** Days from now; 0 = never, `null` = as it was. */
  days: number | null;
  title: string;
}

export const FIRST_CHOICES: ShareChoices = {
  ...{ level: 'answers', systemMessages: false, mode: 'snapshot', audience: 'anyone' },
  ...{ people: '', password: '', days: 0, title: '' },
};

const DAY_MS = 86_400_000;

/** What of the conversation is shown, as the API takes it. */
export function shownBody({ level, systemMessages, mode, title }: ShareChoices): object {
  // Below the level of answers nobody is told who answered, so there is nothing to switch.
  const isTold = systemMessages && level !== 'final';
  return { level, systemMessages: isTold, mode, title: title.trim() || null };
}

/** All of it; `hadPassword` = whether an empty field leaves one as it is. */
export function shareBody(choices: ShareChoices, hadPassword = false, now = Date.now()): object {
  const { audience, people, password, days } = choices;
  return {
    ...shownBody(choices),
    audience,
    people: audience === 'people' ? peopleIn(people) : [],
    ...((password !== '' || !hadPassword) && { password: password === '' ? null : password }),
    ...(days !== null && { expiresAt: days === 0 ? null : new Date(now + days * DAY_MS).toISOString() }),
  };
}

function peopleIn(text: string): string[] {
  return text.split(/[\s,;]+/).filter(Boolean);
}
