import type { AgentEvent } from '../backend';
import { BackendError } from '../backend-error';
import { saidIn } from '../http/said-in';
import { createChunkReader } from './create-chunk-reader';

/**
 * The events of a reply that a server sent without the form of a stream although it was asked to stream: one JSON document, or one on each
 * line. Throws the provider's error, or `protocol` with its words when it is no chat completion.
 */
export function readWholeReply(body: string, newId: () => string, tools: readonly string[]): AgentEvent[] {
  const reader = createChunkReader(newId, tools);
  const text = body.trim().replace(/^\uFEFF/, '');
  const isJson = /^[[{]/.test(text);
  const events = isJson ? reader.push(text) : [];
  if (!reader.hasReply) throw new BackendError('protocol', `The provider sent no chat completion${saidIn(text)}.`);
  // What is there is all there will be.
  reader.push('[DONE]');
  return [...events, ...reader.end()];
}
