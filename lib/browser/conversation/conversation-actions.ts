import { api } from '@/lib/browser/api/api';
import { errorText } from '@/lib/browser/api/api-error';
import { toast } from '@/lib/browser/ui/toast';
import { conversationsStore, refreshConversations } from './conversations-store';
import type { ConversationItem } from './read-conversations';
import { texts } from './texts';

/** Shows the change at once, then tells the server; a refusal is shown and the list comes back as the server has it. */
async function change(
  update: (items: ConversationItem[]) => ConversationItem[],
  request: () => Promise<unknown>,
): Promise<boolean> {
  conversationsStore.change(update);
  try {
    await request();
    return true;
  } catch (error) {
    toast(errorText(error), { kind: 'error' });
    return false;
  } finally {
    void refreshConversations();
  }
}

/** The list shows it again as soon as the server has it there. */
function restore(item: ConversationItem): Promise<boolean> {
  return change(
    (items) => items,
    () => api('PATCH', `/conversations/${item.id}`, { archived: false }),
  );
}

/** What a person can do to a conversation of the list. Each resolves to whether the server took it. */
export const conversationActions = {
  rename: (item: ConversationItem, title: string) =>
    change(
      (items) => items.map((entry) => (entry.id === item.id ? { ...entry, title } : entry)),
      () => api('PATCH', `/conversations/${item.id}`, { title }),
    ),
  /** An empty text takes the summary away. */
  summarise: (item: ConversationItem, summary: string) =>
    change(
      (items) => items.map((entry) => (entry.id === item.id ? { ...entry, summary: summary || null } : entry)),
      () => api('PATCH', `/conversations/${item.id}`, { summary }),
    ),
  async archive(item: ConversationItem) {
    const done = await change(
      (items) => items.filter((entry) => entry.id !== item.id),
      () => api('PATCH', `/conversations/${item.id}`, { archived: true }),
    );
    if (done) toast(texts.archived, { action: { label: texts.undo, run: () => void restore(item) } });
    return done;
  },
  async restore(item: ConversationItem) {
    const done = await restore(item);
    if (done) toast(texts.restored);
    return done;
  },
  pin: (item: ConversationItem, pinned: boolean) =>
    change(
      (items) => items.map((entry) => (entry.id === item.id ? { ...entry, pinned } : entry)),
      () => api('PATCH', `/conversations/${item.id}`, { pinned }),
    ),
  label: (item: ConversationItem, labels: string[]) =>
    change(
      (items) => items.map((entry) => (entry.id === item.id ? { ...entry, labels } : entry)),
      () => api('PATCH', `/conversations/${item.id}`, { labels }),
    ),
  /** Shows it to its workspace, or to its owner alone. */
  async show(id: string, visibility: ConversationItem['visibility'], said: string) {
    const done = await change(
      (items) => items.map((entry) => (entry.id === id ? { ...entry, visibility } : entry)),
      () => api('PATCH', `/conversations/${id}`, { visibility }),
    );
    if (done) toast(said);
    return done;
  },
  async move(id: string, workspaceId: string, said: string) {
    const done = await change(
      (items) => items,
      () => api('PATCH', `/conversations/${id}`, { workspaceId }),
    );
    if (done) toast(said);
    return done;
  },
  remove: (item: ConversationItem) =>
    change(
      (items) => items.filter((entry) => entry.id !== item.id),
      () => api('DELETE', `/conversations/${item.id}`),
    ),
};
