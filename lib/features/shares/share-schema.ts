import { z } from 'zod';
import { SHARE_LEVELS } from '@/db/permissions/permissions';
import { SHARE_AUDIENCES, SHARE_MODES } from '@/db/types/share-record';
import { time } from '@/lib/platform/http/answer';

/** As `ShareView`. */
export const shareSchema = z.object({
  id: z.uuid(),
  conversationId: z.uuid(),
  conversationTitle: z.string(),
  ownerId: z.uuid(),
  ownerName: z.string(),
  leafId: z.uuid(),
  level: z.enum(SHARE_LEVELS),
  systemMessages: z.boolean(),
  mode: z.enum(SHARE_MODES),
  audience: z.enum(SHARE_AUDIENCES),
  people: z.array(z.string()),
  hasPassword: z.boolean(),
  title: z.string().nullable(),
  expiresAt: time.nullable(),
  revokedAt: time.nullable(),
  snapshotAt: time.nullable().describe('When the snapshot was taken; null of a live link.'),
  views: z.int(),
  lastViewedAt: time.nullable(),
  createdAt: time,
  url: z.url().optional().describe('Only when the link is made, and to its owner by POST /shares/{id}/link.'),
});
