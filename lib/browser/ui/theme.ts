export type Theme = 'system' | 'light' | 'dark';

/** The choice lives in a cookie so that the server renders the right colours at once. */
export const THEME_COOKIE = 'theme';

/** The theme of a cookie value; anything unknown is `system`. */
export function themeFrom(value: string | undefined): Theme {
  return value === 'light' || value === 'dark' ? value : 'system';
}
