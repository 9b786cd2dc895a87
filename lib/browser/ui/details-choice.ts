/** When the details of a run stand open without being asked for: while it works, never, or also afterwards. */
export const DETAILS = ['running', 'never', 'always'] as const;
export type Details = (typeof DETAILS)[number];

/** Remembered in a cookie, so that the server renders the page so. */
export const DETAILS_COOKIE = 'details';

/** The choice of a cookie value; anything unknown is `running`. */
export function detailsFrom(value: string | undefined): Details {
  return DETAILS.find((known) => known === value) ?? 'running';
}

/** Whether the details of a run stand open by themselves. Of finished ones only the newest: reading the log of each would take long. */
export function detailsOpen(choice: Details, { works, latest }: { works: boolean; latest: boolean }): boolean {
  if (choice === 'never') return false;
  return works || (choice === 'always' && latest);
}
