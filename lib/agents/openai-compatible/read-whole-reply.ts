import type { AgentEvent } from '../backend';
import { BackendError } from '../backend-error';
import { parseArguments } from '../http/parse-arguments';
import { chatModel } from './chat-model';

/** The events of a reply that a server sent as one JSON document although it was asked to stream. */
export async function readWholeReply(body: string): Promise<AgentEvent[]> {
  const { content, finishReason, usage } = await chatModel
    .convertResponse({ body: parse(body) })
    .catch((cause: unknown) => {
      throw new BackendError('protocol', 'The provider sent a reply that is not a chat completion.', { cause });
    });
  const events = content.flatMap((part): AgentEvent[] => {
    if (part.type === 'text' || part.type === 'reasoning') return [{ type: part.type, text: part.text }];
    if (part.type !== 'tool-call') return [];
    const { toolCallId, toolName: tool, input } = part;
    return [
      { type: 'toolStart', toolCallId, tool },
      { type: 'tool', toolCallId, tool, arguments: parseArguments(input) },
    ];
  });
  const called = events.some(({ type }) => type === 'tool');
  return [
    ...events,
    {
      type: 'usage',
      usage: {
        inputTokens: usage.inputTokens.total ?? 0,
        outputTokens: usage.outputTokens.total ?? 0,
        cachedTokens: usage.inputTokens.cacheRead ?? 0,
        reasoningTokens: usage.outputTokens.reasoning ?? 0,
      },
    },
    { type: 'done', reason: called ? 'tool' : finishReason.unified === 'length' ? 'length' : 'stop' },
  ];
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch (cause) {
    throw new BackendError('protocol', 'The provider sent a malformed reply.', { cause });
  }
}
