import {
  type CreateMessageRequestParams,
  ProtocolError,
  ProtocolErrorCode,
  type SamplingMessage,
} from '@modelcontextprotocol/client';
import type { Sampling } from '@/lib/protocol/tool-event';
import { texts } from './texts';

/** In all. */
const MOST_TEXT = 50_000;
const MOST_MESSAGES = 50;

/** What a server wants to ask a model, within bounds, or an error for the server. */
export function readSampling({ messages, systemPrompt, tools, toolChoice }: CreateMessageRequestParams): Sampling {
  if (tools || toolChoice) throw refusal(texts.noTools);
  const asked = messages.map((message) => ({ role: message.role, text: textOf(message) }));
  const length = [systemPrompt ?? '', ...asked.map(({ text }) => text)].join('').length;
  if (length > MOST_TEXT || asked.length > MOST_MESSAGES) throw refusal(texts.tooLarge);
  return { ...(systemPrompt !== undefined && { systemPrompt }), messages: asked };
}

function textOf({ content }: SamplingMessage): string {
  const blocks = Array.isArray(content) ? content : [content];
  return blocks
    .map((block) => {
      if (block.type !== 'text') throw refusal(texts.notText);
      return block.text;
    })
    .join('\n');
}

function refusal(words: string): ProtocolError {
  return new ProtocolError(ProtocolErrorCode.InvalidParams, words);
}
