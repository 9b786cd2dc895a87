import type { Place } from './transcript-scroll';

const KEY = 'reading-place:';

/** The entry of the tab's history that is shown; `null` where the browser does not tell them apart. */
const entryKey = () => (typeof navigation === 'undefined' ? null : (navigation.currentEntry?.key ?? null));

/**
 * Where somebody was, kept for this tab and for one entry of its history: who goes back or loads the page again finds it, who opens the same
 * conversation anew does not.
 */
export function createReadingPlace(conversationId: string) {
  let key = entryKey();
  return {
    /** What was kept when this entry was left; `null` when it is new. */
    take(): Place | null {
      const kept = key && sessionStorage.getItem(KEY + key);
      return kept ? (JSON.parse(kept) as Place) : null;
    },
    /** To be called when the page of the conversation is left, and when its address names another place. */
    keep(place: Place): void {
      if (key) sessionStorage.setItem(KEY + key, JSON.stringify(place));
      // Who leaves for another page is no longer at an entry of this one.
      if (window.location.pathname === `/c/${conversationId}`) key = entryKey();
    },
  };
}
