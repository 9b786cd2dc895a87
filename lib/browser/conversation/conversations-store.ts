import { createListeners } from '@/lib/browser/ui/listeners';
import {
  CONVERSATION_PAGE,
  type ConversationItem,
  type ConversationPages,
  readConversations,
  readNewestConversation,
} from './read-conversations';

const listeners = createListeners();
let shown: ConversationPages | null = null;
let pages = 1;
let checking = false;

function publish(next: ConversationPages): void {
  shown = next;
  listeners.notify();
}

/** Asks the server for the newest conversations; a failure keeps what is shown, the next poll tries again. */
export async function refreshConversations(): Promise<void> {
  try {
    publish(await readConversations({ archived: false, pages }));
  } catch {
    // Out of reach for a moment: an old list is better than none.
  }
}

/** Looks whether something was asked on another device: one short answer, and the whole list only when there is news. */
export async function checkConversations(): Promise<void> {
  const known = shown?.items[0];
  // Several parts of a page look at the same time.
  if (!shown || checking) return;
  checking = true;
  try {
    const newest = await readNewestConversation();
    const isSame =
      newest?.id === known?.id && newest?.updatedAt === known?.updatedAt && newest?.running === known?.running;
    if (!isSame) await refreshConversations();
  } catch {
    // As above: the next look tries again.
  } finally {
    checking = false;
  }
}

export const conversationsStore = {
  subscribe: listeners.add,
  /** `null` until the browser has asked for the first time: then the server's list stands. */
  get: () => shown,
  /** Changes the known list at once; the next answer of the server is the truth. */
  change(update: (items: ConversationItem[]) => ConversationItem[]): void {
    if (shown) publish({ ...shown, items: update(shown.items) });
  },
  /** The server's list of the first page view. */
  seed(initial: ConversationItem[]): void {
    shown ??= { items: initial, more: initial.length >= CONVERSATION_PAGE };
  },
  /** Adds the next older conversations. */
  async showMore(): Promise<void> {
    pages += 1;
    await refreshConversations();
  },
};
