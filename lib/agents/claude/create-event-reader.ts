import type Anthropic from '@anthropic-ai/sdk';
import type { AgentEvent, AgentUsage } from '../backend';
import { BackendError } from '../backend-error';
import { parseArguments } from '../http/parse-arguments';

const PROGRESS: AgentEvent = { type: 'progress' };

type Done = Extract<AgentEvent, { type: 'done' }>;

const REASONS: Record<string, Done['reason']> = {
  end_turn: 'stop',
  stop_sequence: 'stop',
  max_tokens: 'length',
  model_context_window_exceeded: 'length',
  tool_use: 'tool',
  refusal: 'refused',
};

/** Reads the stream events of one message in order. `end` throws `network` when the stream was cut. */
export function createEventReader(): {
  push(event: Anthropic.RawMessageStreamEvent): AgentEvent[];
  end(): AgentEvent[];
} {
  const tools = new Map<number, { toolCallId: string; tool: string; text: string }>();
  const usage: AgentUsage = { inputTokens: 0, outputTokens: 0, cachedTokens: 0, reasoningTokens: 0 };
  let reason: Done['reason'] = 'stop';
  let complete = false;

  function readUsage(given: Anthropic.Usage | Anthropic.MessageDeltaUsage) {
    const cached = given.cache_read_input_tokens ?? 0;
    const written = given.cache_creation_input_tokens ?? 0;
    const input = (given.input_tokens ?? 0) + cached + written;
    usage.inputTokens = input || usage.inputTokens;
    usage.cachedTokens = cached || usage.cachedTokens;
    if (written > 0) usage.cacheWriteTokens = written;
    usage.outputTokens = given.output_tokens || usage.outputTokens;
  }

  return {
    push(event) {
      switch (event.type) {
        case 'message_start':
          readUsage(event.message.usage);
          return [];
        case 'content_block_start': {
          if (event.content_block.type !== 'tool_use') return [];
          const { id: toolCallId, name: tool } = event.content_block;
          tools.set(event.index, { toolCallId, tool, text: '' });
          return [{ type: 'toolStart', toolCallId, tool }];
        }
        case 'content_block_delta': {
          const { delta } = event;
          if (delta.type === 'text_delta') return delta.text ? [{ type: 'text', text: delta.text }] : [];
          if (delta.type === 'thinking_delta')
            return delta.thinking ? [{ type: 'reasoning', text: delta.thinking }] : [];
          const tool = tools.get(event.index);
          if (delta.type === 'input_json_delta' && tool) tool.text += delta.partial_json;
          return [PROGRESS];
        }
        case 'content_block_stop': {
          const tool = tools.get(event.index);
          if (!tool) return [];
          return [{ type: 'tool', toolCallId: tool.toolCallId, tool: tool.tool, arguments: parseArguments(tool.text) }];
        }
        case 'message_delta':
          readUsage(event.usage);
          reason = REASONS[event.delta.stop_reason ?? ''] ?? 'other';
          return [];
        case 'message_stop':
          complete = true;
          return [];
        default:
          return [];
      }
    },
    end() {
      if (!complete) throw new BackendError('network', 'The provider cut the reply off before its end.');
      return [
        { type: 'usage', usage },
        { type: 'done', reason },
      ];
    },
  };
}
