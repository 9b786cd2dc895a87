import type { ShareLevel } from '@/lib/protocol/projection/audience';
import type { ShareAudience, ShareMode } from './share-choices';

/** A link of one's own, as its page shows it; times are ISO texts. */
export interface ShareItem {
  id: string;
  conversationId: string;
  conversationTitle: string;
  title: string | null;
  level: ShareLevel;
  systemMessages: boolean;
  mode: ShareMode;
  audience: ShareAudience;
  people: string[];
  hasPassword: boolean;
  expiresAt: string | null;
  revokedAt: string | null;
  snapshotAt: string | null;
  views: number;
  lastViewedAt: string | null;
}
