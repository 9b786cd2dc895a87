/** `off` = single letters, digits and signs do nothing; remembered so that the server renders the page so. */
export const SHORTCUTS_COOKIE = 'shortcuts';

/** Whether single keys act in this page. People who dictate or have a tremor switch them off in Settings. */
export function shortcutsAreOn(): boolean {
  return document.documentElement.dataset.shortcuts !== 'off';
}
