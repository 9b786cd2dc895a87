import type { ShareLevel } from '@/db/permissions/permissions';
import type { ShareMode, ShareSnapshot } from '@/db/types/share-record';

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
}
