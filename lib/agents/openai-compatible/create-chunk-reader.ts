import type { AgentEvent } from '../backend';
import { BackendError } from '../backend-error';
import { errorFromResponse } from '../http/error-from-response';
import { parseArguments } from '../http/parse-arguments';

/** The parts of a chat completion chunk that matter; every field may be missing, servers differ. */
interface ChatChunk {
  error?: unknown;
  usage?: {
    prompt_tokens?: number;
    completion_tokens?: number;
    prompt_tokens_details?: { cached_tokens?: number } | null;
    completion_tokens_details?: { reasoning_tokens?: number } | null;
  } | null;
  choices?: {
    finish_reason?: string | null;
    delta?: {
      content?: unknown;
      reasoning_content?: unknown;
      reasoning?: unknown;
      refusal?: unknown;
      tool_calls?:
        | {
            index?: number | null;
            id?: string | null;
            function?: { name?: string | null; arguments?: string | null };
          }[]
        | null;
    } | null;
  }[];
}

interface PendingTool {
  toolCallId: string;
  tool: string;
  text: string;
}

const PROGRESS: AgentEvent = { type: 'progress' };

type Done = Extract<AgentEvent, { type: 'done' }>;

const REASONS: Record<string, Done['reason']> = {
  stop: 'stop',
  length: 'length',
  tool_calls: 'tool',
  function_call: 'tool',
  content_filter: 'refused',
};

export interface ChunkReader {
  /** The events of one `data:` text. Throws `protocol` for a malformed one, and the provider's error if it carries one. */
  push(data: string): AgentEvent[];
  /** The closing events. Throws `network` when the stream was cut. */
  end(): AgentEvent[];
}

/** Reads the chunks of one streamed chat completion in order. */
export function createChunkReader(newId: () => string): ChunkReader {
  const tools = new Map<number, PendingTool>();
  let reason: Done['reason'] | null = null;
  let usage: AgentEvent | null = null;

  function readTools(
    calls: NonNullable<NonNullable<NonNullable<ChatChunk['choices']>[number]['delta']>['tool_calls']>,
  ) {
    const events: AgentEvent[] = [];
    for (const call of calls) {
      const index = call.index ?? (call.id ? tools.size : Math.max(0, tools.size - 1));
      const pending = tools.get(index) ?? { toolCallId: '', tool: '', text: '' };
      tools.set(index, pending);
      const known = pending.tool !== '';
      pending.toolCallId ||= call.id ?? '';
      pending.tool ||= call.function?.name ?? '';
      pending.text += call.function?.arguments ?? '';
      if (known || !pending.tool) {
        events.push(PROGRESS);
        continue;
      }
      pending.toolCallId ||= newId();
      events.push({ type: 'toolStart', toolCallId: pending.toolCallId, tool: pending.tool });
    }
    return events;
  }

  return {
    push(data) {
      if (data === '[DONE]') {
        reason ??= tools.size > 0 ? 'tool' : 'stop';
        return [];
      }
      const chunk = parseChunk(data);
      if (chunk.error) throw errorFromResponse({ status: null, body: JSON.stringify({ error: chunk.error }) });
      if (chunk.usage) usage = toUsage(chunk.usage);
      const choice = chunk.choices?.[0];
      if (!choice) return [];
      if (choice.finish_reason) reason = REASONS[choice.finish_reason] ?? 'other';
      const delta = choice.delta;
      if (!delta) return [];
      const events: AgentEvent[] = [];
      const reasoning = delta.reasoning_content ?? delta.reasoning;
      if (typeof reasoning === 'string' && reasoning) events.push({ type: 'reasoning', text: reasoning });
      if (typeof delta.content === 'string' && delta.content) events.push({ type: 'text', text: delta.content });
      if (typeof delta.refusal === 'string' && delta.refusal) events.push({ type: 'text', text: delta.refusal });
      return delta.tool_calls ? [...events, ...readTools(delta.tool_calls)] : events;
    },
    end() {
      if (!reason) throw new BackendError('network', 'The provider cut the reply off before its end.');
      const events: AgentEvent[] = [];
      for (const { toolCallId, tool, text } of tools.values()) {
        if (!tool) throw new BackendError('protocol', 'The provider sent a tool call without a name.');
        events.push({ type: 'tool', toolCallId, tool, arguments: parseArguments(text) });
      }
      if (usage) events.push(usage);
      events.push({ type: 'done', reason: tools.size > 0 && reason === 'stop' ? 'tool' : reason });
      return events;
    },
  };
}

function parseChunk(data: string): ChatChunk {
  try {
    const value: unknown = JSON.parse(data);
    if (typeof value === 'object' && value !== null) return value as ChatChunk;
  } catch (cause) {
    throw new BackendError('protocol', 'The provider sent a malformed frame.', { cause });
  }
  throw new BackendError('protocol', 'The provider sent a malformed frame.');
}

function toUsage(usage: NonNullable<ChatChunk['usage']>): AgentEvent {
  return {
    type: 'usage',
    usage: {
      inputTokens: usage.prompt_tokens ?? 0,
      outputTokens: usage.completion_tokens ?? 0,
      cachedTokens: usage.prompt_tokens_details?.cached_tokens ?? 0,
      reasoningTokens: usage.completion_tokens_details?.reasoning_tokens ?? 0,
    },
  };
}
