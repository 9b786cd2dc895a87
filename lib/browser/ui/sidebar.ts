/** `collapsed` or `open`, remembered so that the server renders the right width. */
export const SIDEBAR_COOKIE = 'sidebar';
