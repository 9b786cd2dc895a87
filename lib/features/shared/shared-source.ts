import type { ShareLevel } from '@/db/permissions/permissions';
import type { ShareMode, ShareSnapshot } from '@/db/types/share-record';
import type { NameOf } from '@/lib/protocol/projection/named-by';

/** What a link shows, or would show. */
export interface SharedSource {
  conversationId: string;
  leafId: string;
  level: ShareLevel;
  systemMessages: boolean;
  mode: ShareMode;
  snapshot: ShareSnapshot | null;
  title: string;
  ownerName: string;
  /** Whether the viewer belongs to the workspace of the conversation, and how people there are called; absent = no. */
  isColleague?: boolean;
  nameOf?: NameOf;
}
