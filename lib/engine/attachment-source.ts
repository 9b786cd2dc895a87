import type { BackendCapabilities } from '@/lib/agents/backend';
import type { AttachmentRef, DeliveredAttachment } from '@/lib/protocol/attachment';
import type { UserPart } from '@/lib/protocol/prompt-message';

/** What a model is given for an attachment, and the receipt that says so. */
export interface GivenAttachment {
  delivered: DeliveredAttachment;
  parts: UserPart[];
}

/** Where the engine gets what people attached to the messages of a conversation. */
export interface AttachmentSource {
  /**
   * Each attachment in the best form that a model with these abilities takes, in their order; where not all have room, the later ones come
   * first. A file that cannot be read is mentioned, with the reason. `isSharing` = for a
   * team that shares contexts.
   */
  give(
    conversationId: string,
    attachments: AttachmentRef[],
    abilities: Pick<BackendCapabilities, 'images' | 'files' | 'contextWindow'>,
    isSharing: boolean,
  ): Promise<GivenAttachment[]>;
}
