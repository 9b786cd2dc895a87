import type { AttachmentRef } from '../attachment';
import type { PromptMessage, RequestMessage, RequestPart, UserPart } from '../prompt-message';

/** Where the stored content is that a request refers to. */
export interface References {
  partsOf(attachment: AttachmentRef): UserPart[];
  /** The text of a shared context. */
  textOf(hash: string): string;
}

/** The request as a backend gets it: each reference replaced by what it refers to. */
export function fillReferences(messages: RequestMessage[], references: References): PromptMessage[] {
  const fill = (part: RequestPart): UserPart[] => {
    if (part.type === 'attachment') return references.partsOf(part.attachment);
    return part.type === 'context' ? [{ type: 'text', text: references.textOf(part.hash) }] : [part];
  };
  return messages.map((message) => {
    if (message.role === 'user') return { role: 'user', parts: message.parts.flatMap(fill) };
    if (message.role !== 'tool' || message.context === undefined) return message;
    const { context, ...rest } = message;
    return { ...rest, result: references.textOf(context) };
  });
}
