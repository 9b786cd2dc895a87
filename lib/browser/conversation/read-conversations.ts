import { api } from '@/lib/browser/api/api';
import { chosenWorkspace } from '@/lib/browser/ui/workspace';

export interface ConversationItem {
  id: string;
  workspaceId: string;
  title: string;
  /** What it is about; null = nothing has been written. */
  summary: string | null;
  /** A run of it goes on or waits. */
  running: boolean;
  /** When it was last asked something. */
  updatedAt: string;
  /** A run has ended since the reader has looked. */
  unread: boolean;
  pinned: boolean;
  labels: string[];
  /** The end of the branch that the reader is shown. */
  activeLeafId: string | null;
  archivedAt: string | null;
  /** To whom it is shown: its owner, or all of its workspace. */
  visibility: 'private' | 'workspace';
}

export interface ConversationPages {
  items: ConversationItem[];
  /** There are older ones. */
  more: boolean;
}

interface ConversationQuery {
  archived: boolean;
  /** Words of the title. */
  q?: string;
  label?: string;
  pinned?: boolean;
  /** How many pages of `CONVERSATION_PAGE`. */
  pages: number;
}

interface ConversationsAnswer {
  items: ConversationItem[];
  nextCursor: string | null;
}

/** As many conversations as the sidebar shows before it is asked for more. */
export const CONVERSATION_PAGE = 50;

/** The newest conversations, in as many requests as there are pages. Throws when the server cannot be reached. */
export async function readConversations({
  archived,
  q,
  label,
  pinned,
  pages,
}: ConversationQuery): Promise<ConversationPages> {
  const items: ConversationItem[] = [];
  let cursor: string | null = null;
  const workspaceId = chosenWorkspace();
  for (let page = 0; page < pages; page += 1) {
    const search = new URLSearchParams({
      limit: String(CONVERSATION_PAGE),
      archived: String(archived),
      ...(q && { q }),
      ...(label && { label }),
      ...(pinned !== undefined && { pinned: String(pinned) }),
      ...(workspaceId && { workspaceId }),
      ...(cursor && { cursor }),
    });
    const answer: ConversationsAnswer = await api('GET', `/conversations?${search}`);
    items.push(...answer.items);
    cursor = answer.nextCursor;
    if (!cursor) break;
  }
  return { items, more: cursor !== null };
}
