import { createTextReader } from '@/lib/protocol/reading/create-text-reader';
import { readArguments } from '@/lib/protocol/reading/read-arguments';
import type { AgentEvent, AgentUsage } from '../backend';
import { BackendError } from '../backend-error';
import { doneEvent, endOfReply } from '../http/end-of-reply';
import { createKeptBlocks } from './create-kept-blocks';
import type { MessageBlock, MessageFrame, MessageUsage } from './message-frame';

const PROGRESS: AgentEvent = { type: 'progress' };

export interface EventReader {
  push(frame: MessageFrame): AgentEvent[];
  /** The closing events. Throws `network` when the stream was cut. */
  end(): AgentEvent[];
  /** All of the reply has come, though its stream may go on. */
  readonly isWhole: boolean;
  /** The stream has said that nothing follows. */
  readonly isOver: boolean;
}

/** Reads the frames of one message in order. */
export function createEventReader(): EventReader {
  const tools = new Map<number | undefined, OpenTool>();
  const text = createTextReader();
  const kept = createKeptBlocks();
  let usage: AgentUsage | null = null;
  let word: string | null = null;
  let isOver = false;

  const isWhole = () => isOver || word !== null;

  function readUsage(given: MessageUsage | null | undefined) {
    if (!given) return;
    usage ??= { inputTokens: 0, outputTokens: 0, cachedTokens: 0, reasoningTokens: 0 };
    const cached = given.cache_read_input_tokens ?? 0;
    const written = given.cache_creation_input_tokens ?? 0;
    const input = (given.input_tokens ?? 0) + cached + written;
    usage.inputTokens = input || usage.inputTokens;
    usage.cachedTokens = cached || usage.cachedTokens;
    if (written > 0) usage.cacheWriteTokens = written;
    usage.outputTokens = given.output_tokens || usage.outputTokens;
  }

  /** Most servers begin with an empty block; some put its first piece here, or all of it. */
  function readStart({ index, content_block: block }: MessageFrame): AgentEvent[] {
    if (block?.type === 'text') return text.push(block.text ?? '');
    if (block?.type === 'thinking') return toReasoning(block.thinking);
    if (block?.type !== 'tool_use') return [];
    const tool = openTool(block);
    tools.set(index, tool);
    return [{ type: 'toolStart', toolCallId: tool.toolCallId, tool: tool.tool }];
  }

  function readDelta({ index, delta }: MessageFrame): AgentEvent[] {
    if (delta?.type === 'text_delta') return text.push(delta.text ?? '');
    if (delta?.type === 'thinking_delta') return toReasoning(delta.thinking);
    const tool = tools.get(index);
    if (delta?.type === 'input_json_delta' && tool) tool.text += delta.partial_json ?? '';
    return [PROGRESS];
  }

  return {
    push(frame) {
      kept.push(frame);
      switch (frame.type) {
        case 'message_start':
          readUsage(frame.message?.usage);
          return [];
        case 'content_block_start':
          return readStart(frame);
        case 'content_block_delta':
          return readDelta(frame);
        case 'message_delta':
          readUsage(frame.usage);
          word = frame.delta?.stop_reason || word;
          return [];
        case 'message_stop':
          isOver = true;
          return [];
        default:
          return [];
      }
    },
    end() {
      if (!isWhole()) throw new BackendError('network', 'The provider cut the reply off before its end.');
      const said = word === null ? 'stop' : endOfReply(word);
      const called = [...tools.values()];
      return [
        ...text.end(),
        ...called.map((tool) => toolEvent(tool, said === 'length' && tool === called.at(-1))),
        ...(called.length > 0 ? kept.end() : []),
        ...(usage ? [{ type: 'usage' as const, usage }] : []),
        doneEvent(said === 'stop' && called.length > 0 ? 'tool' : said, word),
      ];
    },
    get isWhole() {
      return isWhole();
    },
    get isOver() {
      return isOver;
    },
  };
}

function toReasoning(thinking: string | null | undefined): AgentEvent[] {
  return thinking ? [{ type: 'reasoning', text: thinking }] : [];
}

interface OpenTool {
  toolCallId: string;
  tool: string;
  /** What its start said; '' = nothing. */
  input: unknown;
  /** The pieces, which say all of it where there are any. */
  text: string;
}

function openTool({ id, name, input }: MessageBlock): OpenTool {
  const isEmpty = typeof input !== 'object' || input === null || Object.keys(input).length === 0;
  return { toolCallId: id ?? '', tool: name ?? '', input: isEmpty ? '' : input, text: '' };
}

/** `mayBeCut` = the reply ended at a limit, within or behind this call. */
function toolEvent({ toolCallId, tool, input, text }: OpenTool, mayBeCut: boolean): AgentEvent {
  const given = text || input;
  const args = readArguments(given);
  const isCut = mayBeCut && (given === '' || typeof args === 'string');
  return { type: 'tool', toolCallId, tool, arguments: args, ...(isCut && { isCut }) };
}
