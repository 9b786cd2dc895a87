import { api } from '@/lib/browser/api/api';

interface MessageAnswer {
  message: { parts: { type: string; text?: string }[] };
}

/** The whole text of a message of which the page has only the beginning. Throws ApiError. */
export async function readMessage(conversationId: string, messageId: string): Promise<string> {
  const { message } = await api<MessageAnswer>('GET', `/conversations/${conversationId}/messages/${messageId}`);
  return message.parts.flatMap((part) => (part.type === 'text' ? [part.text ?? ''] : [])).join('\n\n');
}
