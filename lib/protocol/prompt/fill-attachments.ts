import type { AttachmentRef } from '../attachment';
import type { PromptMessage, RequestMessage, UserPart } from '../prompt-message';

/** The request as a backend gets it: each reference to an attachment replaced by what `partsOf` has for it. */
export function fillAttachments(
  messages: RequestMessage[],
  partsOf: (attachment: AttachmentRef) => UserPart[],
): PromptMessage[] {
  return messages.map((message) =>
    message.role === 'user'
      ? {
          role: 'user',
          parts: message.parts.flatMap((part) => (part.type === 'attachment' ? partsOf(part.attachment) : [part])),
        }
      : message,
  );
}
