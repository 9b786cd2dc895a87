import { index, integer, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { user } from './auth';
import { blob } from './blobs';
import { message } from './conversations';
import { workspace } from './workspaces';

const at = (name: string) => timestamp(name, { withTimezone: true, precision: 3, mode: 'date' });

export const ATTACHMENT_KINDS = ['image', 'document', 'text'] as const;

/** A file that a person has uploaded, in their own workspace. Until a message has it, only they can see it. */
export const attachment = pgTable(
  'attachment',
  {
    id: uuid('id').primaryKey(),
    workspaceId: uuid('workspace_id')
      .notNull()
      .references(() => workspace.id, { onDelete: 'cascade' }),
    ownerId: uuid('owner_id')
      .notNull()
      .references(() => user.id, { onDelete: 'cascade' }),
    hash: text('hash')
      .notNull()
      .references(() => blob.hash),
    name: text('name').notNull(),
    mediaType: text('media_type').notNull(),
    bytes: integer('bytes').notNull(),
    kind: text('kind', { enum: ATTACHMENT_KINDS }).notNull(),
    createdAt: at('created_at').notNull().defaultNow(),
  },
  (t) => [index('attachment_owner').on(t.ownerId), index('attachment_hash').on(t.hash)],
);

/** Which messages have it. Who sees the message's conversation sees the attachment. */
export const messageAttachment = pgTable(
  'message_attachment',
  {
    messageId: uuid('message_id')
      .notNull()
      .references(() => message.id, { onDelete: 'cascade' }),
    attachmentId: uuid('attachment_id')
      .notNull()
      .references(() => attachment.id, { onDelete: 'cascade' }),
    /** Of the message. */
    workspaceId: uuid('workspace_id')
      .notNull()
      .references(() => workspace.id, { onDelete: 'cascade' }),
  },
  (t) => [
    primaryKey({ columns: [t.messageId, t.attachmentId] }),
    index('message_attachment_attachment').on(t.attachmentId),
  ],
);
