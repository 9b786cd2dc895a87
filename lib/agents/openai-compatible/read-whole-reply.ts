import type { AgentEvent } from '../backend';
import { BackendError } from '../backend-error';
import { createChunkReader } from './create-chunk-reader';

const MAX_SAID = 300;

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

/** Pages of gateways help nobody. */
function saidIn(text: string): string {
  if (text === '') return ', but an empty reply';
  if (text.startsWith('<')) return ', but a web page';
  return `: ${text.replaceAll(/\s+/g, ' ').slice(0, MAX_SAID)}`;
}
