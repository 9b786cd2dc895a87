import { and, eq } from 'drizzle-orm';
import { uuidv7 } from 'uuidv7';
import { getDb } from '../../client';
import { attachment } from '../../schema/attachments';
import { workspace } from '../../schema/workspaces';
import type { AttachmentRecord } from '../../types/attachment-record';
import type { QueryActor } from '../../types/query-actor';
import { memberOf } from '../member-of';
import { ATTACHMENT_COLUMNS } from './attachment-columns';

export type NewAttachment = Omit<AttachmentRecord, 'id' | 'createdAt'> & { hash: string };

/** An attachment in the person's own workspace; its content has been stored. */
export async function insertAttachment(actor: QueryActor, values: NewAttachment): Promise<AttachmentRecord> {
  const db = await getDb();
  const [home] = await db
    .select({ workspaceId: workspace.id })
    .from(workspace)
    .where(
      and(
        actor.onlyIn ? eq(workspace.id, actor.onlyIn) : eq(workspace.personalOf, actor.userId),
        memberOf(actor, workspace.id, 'attachment.create'),
      ),
    );
  if (!home) throw new Error(`The user ${actor.userId} has no personal workspace.`);
  const [made] = await db
    .insert(attachment)
    .values({ id: uuidv7(), ownerId: actor.userId, ...home, ...values })
    .returning(ATTACHMENT_COLUMNS);
  if (!made) throw new Error('An insert returned no row.');
  return made;
}
