import { parseJson } from '@/lib/protocol/json';
import type { AgentEvent } from '../backend';
import { BackendError } from '../backend-error';
import { errorFromResponse } from '../http/error-from-response';
import { saidIn } from '../http/said-in';
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
export function readWholeMessage(body: string): AgentEvent[] {
  const value = parseJson(body.trim().replace(/^\uFEFF/, ''));
  const error = errorIn(value);
  if (error) throw errorFromResponse({ status: null, body: JSON.stringify(error) });
  if (!isMessage(value)) throw new BackendError('protocol', `The provider sent no message${saidIn(body)}.`);
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
