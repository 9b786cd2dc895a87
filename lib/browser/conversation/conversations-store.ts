import { createListeners } from '@/lib/browser/ui/listeners';
import { chosenWorkspace } from '@/lib/browser/ui/workspace';
import type { ListEvent } from './list-events';
import {
  CONVERSATION_PAGE,
  type ConversationItem,
  type ConversationPages,
  readConversations,
} from './read-conversations';

/** What happens to one conversation of the list. */
export type ChangeEvent = Extract<ListEvent, { type: `conversation.${string}` }>;

const listeners = createListeners();
let shown: ConversationPages | null = null;
let pages = 1;
/** What events have said last, also of conversations that the list does not show; `null` = it is gone. `at` counts the events. */
const told = new Map<string, { item: ConversationItem | null; at: number }>();
const MOST_TOLD = 500;
let events = 0;

function publish(next: ConversationPages): void {
  shown = next;
  listeners.notify();
}

/** Pinned ones first, then the last used. */
function inOrder(items: ConversationItem[]): ConversationItem[] {
  return items.toSorted(
    (a, b) => Number(b.pinned) - Number(a.pinned) || b.updatedAt.localeCompare(a.updatedAt) || b.id.localeCompare(a.id),
  );
}

/** Asks the server for the newest conversations and the pinned ones; a failure keeps what is shown, the next event tries again. */
export async function refreshConversations(): Promise<void> {
  const asked = events;
  try {
    const [recent, pinned] = await Promise.all([
      readConversations({ archived: false, pinned: false, pages }),
      readConversations({ archived: false, pinned: true, pages: 1 }),
    ]);
    // An event that came meanwhile knows more than an answer that was under way.
    const items = [...pinned.items, ...recent.items].flatMap((item) => {
      const event = told.get(item.id);
      if (event && event.at > asked) return event.item && event.item.archivedAt === null ? event.item : [];
      if (event) told.set(item.id, { item, at: asked });
      return item;
    });
    publish({ items: inOrder(items), more: recent.more });
  } catch {
    // Out of reach for a moment: an old list is better than none.
  }
}

/** The list after an event; the same object when it does not show what has changed. */
export function afterEvent(list: ConversationPages, event: ChangeEvent): ConversationPages {
  const id = event.type === 'conversation.removed' ? event.id : event.conversation.id;
  const others = list.items.filter((item) => item.id !== id);
  if (event.type === 'conversation.removed' || event.conversation.archivedAt !== null)
    return others.length === list.items.length ? list : { ...list, items: others };
  const items = inOrder([...others, event.conversation]);
  // Older than all that is shown: it comes when somebody asks for older ones.
  const isBeyond = list.more && items.at(-1)?.id === id && others.length === list.items.length;
  return isBeyond ? list : { ...list, items };
}

/** Takes over what the server has told. */
export function takeListEvent(event: ChangeEvent | Extract<ListEvent, { type: 'list.stale' }>): void {
  if (event.type === 'list.stale') {
    void refreshConversations();
    return;
  }
  const [id, item] =
    event.type === 'conversation.removed' ? [event.id, null] : [event.conversation.id, event.conversation];
  told.delete(id);
  events += 1;
  told.set(id, { item, at: events });
  const [oldest] = told.keys();
  if (told.size > MOST_TOLD && oldest) told.delete(oldest);
  // The list shows one workspace at a time where there are several.
  const workspaceId = chosenWorkspace();
  const isElsewhere =
    event.type === 'conversation.changed' && workspaceId && event.conversation.workspaceId !== workspaceId;
  if (shown) publish(isElsewhere ? { ...shown } : afterEvent(shown, event));
}

export const conversationsStore = {
  subscribe: listeners.add,
  /** `null` until the browser has asked for the first time: then the server's list stands. */
  get: () => shown,
  /** One conversation, as far as anything is known of it here. */
  find: (id: string) => told.get(id)?.item ?? shown?.items.find((item) => item.id === id),
  /** Changes the known list at once; the next event is the truth. */
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
