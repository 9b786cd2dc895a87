import type Anthropic from '@anthropic-ai/sdk';
import { createTextReader } from '@/lib/protocol/reading/create-text-reader';
import { readArguments } from '@/lib/protocol/reading/read-arguments';
import type { AgentEvent, AgentUsage } from '../backend';
import { BackendError } from '../backend-error';
import { doneEvent, endOfReply } from '../http/end-of-reply';
import { createKeptBlocks } from './create-kept-blocks';

const PROGRESS: AgentEvent = { type: 'progress' };

/** Reads the stream events of one message in order. `end` throws `network` when the stream was cut. */
export function createEventReader(): {
  push(event: Anthropic.RawMessageStreamEvent): AgentEvent[];
  end(): AgentEvent[];
} {
  const tools = new Map<number, OpenTool>();
  const usage: AgentUsage = { inputTokens: 0, outputTokens: 0, cachedTokens: 0, reasoningTokens: 0 };
  const text = createTextReader();
  const kept = createKeptBlocks();
  let word: string | null = null;
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
      kept.push(event);
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
          if (delta.type === 'text_delta') return text.push(delta.text);
          if (delta.type === 'thinking_delta')
            return delta.thinking ? [{ type: 'reasoning', text: delta.thinking }] : [];
          const tool = tools.get(event.index);
          if (delta.type === 'input_json_delta' && tool) tool.text += delta.partial_json;
          return [PROGRESS];
        }
        case 'message_delta':
          readUsage(event.usage);
          word = event.delta.stop_reason ?? word;
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
      const said = word === null ? 'stop' : endOfReply(word);
      const called = [...tools.values()];
      return [
        ...text.end(),
        ...called.map((tool) => toolEvent(tool, said === 'length' && tool === called.at(-1))),
        ...(called.length > 0 ? kept.end() : []),
        { type: 'usage', usage },
        doneEvent(said === 'stop' && called.length > 0 ? 'tool' : said, word),
      ];
    },
  };
}

interface OpenTool {
  toolCallId: string;
  tool: string;
  text: string;
}

/** `mayBeCut` = the reply ended at a limit, within or behind this call. */
function toolEvent({ toolCallId, tool, text }: OpenTool, mayBeCut: boolean): AgentEvent {
  const args = readArguments(text);
  const isCut = mayBeCut && (text === '' || typeof args === 'string');
  return { type: 'tool', toolCallId, tool, arguments: args, ...(isCut && { isCut }) };
}
