import { randomUUID } from 'node:crypto';
import type { AgentEvent } from '../backend';
import { errorFromResponse } from '../http/error-from-response';
import { readWholeReply } from '../openai-compatible/read-whole-reply';
import { createEventReader } from './create-event-reader';
import { errorIn, type MessageBlock, type MessageFrame, type MessageUsage } from './message-frame';

interface WholeMessage {
  content: MessageBlock[];
  stop_reason?: string | null;
  usage?: MessageUsage | null;
}

/**
 * The events of a message that a server sent as one JSON document although it was asked to stream. Throws the provider's error, or `protocol`
 * with its words when it is no message.
 */
export function readWholeMessage(body: string, tools: readonly string[]): AgentEvent[] {
  const value = parse(body);
  const error = errorIn(value);
  if (error) throw errorFromResponse({ status: null, body: JSON.stringify(error) });
  // A gateway that has mistaken the format may still be understood; of anything else it says what it is.
  if (!isMessage(value)) return readWholeReply(body, () => `call_${randomUUID()}`, tools);
  const reader = createEventReader();
  const events = framesOf(value).flatMap((frame) => reader.push(frame));
  return [...events, ...reader.end()];
}

/** The stream that the message would have been. */
function framesOf({ content, stop_reason = null, usage = null }: WholeMessage): MessageFrame[] {
  return [
    ...content.map((content_block, index) => ({ type: 'content_block_start', index, content_block })),
    { type: 'message_delta', delta: { stop_reason }, usage },
    { type: 'message_stop' },
  ];
}

function isMessage(value: unknown): value is WholeMessage {
  return typeof value === 'object' && value !== null && 'content' in value && Array.isArray(value.content);
}

/** `null` for what is no JSON. */
function parse(body: string): unknown {
  try {
    return JSON.parse(body.trim().replace(/^\uFEFF/, ''));
  } catch {
    return null;
  }
}
