import { and, eq, sql } from 'drizzle-orm';
import { getDb } from '../../client';
import { attachment } from '../../schema/attachments';
import type { QueryActor } from '../../types/query-actor';
import { memberOf } from '../member-of';
import { unusedAttachment } from './unused-attachment';

/** How much the actor has uploaded within the last `hours` that no message has. */
export async function sumUnusedAttachments(
  actor: QueryActor,
  hours: number,
): Promise<{ count: number; bytes: number }> {
  const db = await getDb();
  const [sums] = await db
    .select({ count: sql<number>`count(*)::int`, bytes: sql<number>`coalesce(sum(${attachment.bytes}), 0)::float8` })
    .from(attachment)
    .where(
      and(
        eq(attachment.ownerId, actor.userId),
        memberOf(actor, attachment.workspaceId, 'attachment.read', 'own'),
        sql`${attachment.createdAt} > now() - make_interval(hours => ${hours}::integer)`,
        unusedAttachment(),
      ),
    );
  return sums ?? { count: 0, bytes: 0 };
}
