import { attachment } from '../../schema/attachments';

/** An attachment as people see it. */
export const ATTACHMENT_COLUMNS = {
  id: attachment.id,
  name: attachment.name,
  mediaType: attachment.mediaType,
  bytes: attachment.bytes,
  kind: attachment.kind,
  createdAt: attachment.createdAt,
};
