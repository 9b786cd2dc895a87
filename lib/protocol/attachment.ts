/** What a person attached to a message. The log and the requests rendered from it refer to it; its bytes are no part of them. */

/** `document` = a PDF. */
export type AttachmentKind = 'image' | 'document' | 'text';

export interface AttachmentRef {
  id: string;
  name: string;
  /** Found in the bytes, not believed from whoever sent them. */
  mediaType: string;
  bytes: number;
  kind: AttachmentKind;
}

/** In which form a model got it: as it is (`image`, `document`), as text, or only word that it is there. */
export type AttachmentForm = 'image' | 'document' | 'text' | 'mention';

/** The receipt of one attachment in a model request. */
export interface DeliveredAttachment {
  id: string;
  name: string;
  as: AttachmentForm;
  /** For people, where the model got less than the file: "this model takes no images". */
  note?: string;
}

const MB = 1024 * 1024;

/** What one message may carry. Providers take no more in one request. */
export const MAX_ATTACHMENTS = 10;
export const MAX_ATTACHED_BYTES = 20 * MB;

/** The largest file of each kind. */
export const MAX_ATTACHMENT_BYTES: Record<AttachmentKind, number> = { image: 10 * MB, document: 20 * MB, text: MB };
