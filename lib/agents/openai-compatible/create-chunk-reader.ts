import { createTextReader } from '@/lib/protocol/reading/create-text-reader';
import type { AgentEvent } from '../backend';
import { BackendError } from '../backend-error';
import { doneEvent, type End, endOfReply } from '../http/end-of-reply';
import { createCallAssembler } from './call-assembler';
import type { ChatChunk, ChatDelta, ChatUsage } from './chat-chunk';
import { createChunkParser } from './create-chunk-parser';
import { createReasoningReader } from './create-reasoning-reader';
import { readContent } from './read-content';

const PROGRESS: AgentEvent = { type: 'progress' };

export interface ChunkReader {
  /** The events of one `data` text. Throws `protocol` for a malformed one, and the provider's error if it carries one. */
  push(data: string): AgentEvent[];
  /** The closing events. Throws `network` when the stream was cut. */
  end(): AgentEvent[];
  /** Something of a reply has come. */
  readonly hasReply: boolean;
}

/** Reads the chunks of one streamed chat completion in order. `tools` = names of the tools that the request offers. */
export function createChunkReader(newId: () => string, tools: readonly string[] = []): ChunkReader {
  const parse = createChunkParser();
  const text = createTextReader();
  const calls = createCallAssembler(newId, tools);
  const reasoning = createReasoningReader();
  let word: string | null = null;
  let isDone = false;
  let hasReply = false;
  let usage: AgentEvent | null = null;

  function readText(piece: string): AgentEvent[] {
    if (piece === '') return [];
    const read = text.push(piece);
    return read.length === 0 ? [PROGRESS] : read;
  }

  function readParts(content: unknown): AgentEvent[] {
    return readContent(content).flatMap((piece): AgentEvent[] => {
      if (piece.type === 'text') return readText(piece.text);
      reasoning.pushPart(piece.text);
      return [piece];
    });
  }

  function readDelta(delta: ChatDelta): AgentEvent[] {
    const thought = reasoning.push(delta);
    const { content } = delta;
    const events = typeof content === 'string' ? readText(content) : content ? readParts(content) : [];
    if (thought) events.unshift({ type: 'reasoning', text: thought });
    if (typeof delta.refusal === 'string' && delta.refusal) events.push({ type: 'text', text: delta.refusal });
    for (const call of delta.tool_calls ?? []) events.push(...calls.push(call));
    if (delta.function_call) events.push(...calls.push({ index: 0, function: delta.function_call }));
    return events;
  }

  function readChunk(chunk: ChatChunk): AgentEvent[] {
    const choice = chunk.choices?.[0];
    const counted = chunk.usage ?? choice?.usage ?? chunk.x_groq?.usage;
    if (counted) usage = toUsage(counted);
    if (!choice) return [];
    if (choice.finish_reason) word = choice.finish_reason;
    // A whole message behind its pieces says nothing new.
    const message = hasReply ? null : (choice.message ?? (choice.text ? { content: choice.text } : null));
    const events = readDelta(choice.delta ?? message ?? {});
    hasReply ||= events.length > 0 || Boolean(choice.finish_reason);
    return events;
  }

  function endOf(): End {
    const end = word === null ? 'stop' : endOfReply(word);
    return end === 'stop' && calls.count > 0 ? 'tool' : end;
  }

  return {
    push(data) {
      if (data === '[DONE]') {
        isDone = true;
        return [];
      }
      const chunks = parse(data);
      return chunks.length === 1 && chunks[0] ? readChunk(chunks[0]) : chunks.flatMap(readChunk);
    },
    end() {
      if (word === null && !isDone) throw new BackendError('network', 'The provider cut the reply off before its end.');
      const reason = endOf();
      const { calls: called, extras } = calls.end(reason === 'length');
      const ids = called.map(({ toolCallId }) => toolCallId);
      const kept = called.length > 0 ? reasoning.kept(ids, extras) : [];
      return [
        ...text.end(),
        ...called,
        ...(kept.length > 0 ? [{ type: 'kept' as const, parts: kept }] : []),
        ...(usage ? [usage] : []),
        doneEvent(reason, word),
      ];
    },
    get hasReply() {
      return hasReply;
    },
  };
}

function toUsage(usage: ChatUsage): AgentEvent {
  return {
    type: 'usage',
    usage: {
      inputTokens: usage.prompt_tokens ?? 0,
      outputTokens: usage.completion_tokens ?? 0,
      cachedTokens: usage.prompt_tokens_details?.cached_tokens ?? usage.prompt_cache_hit_tokens ?? 0,
      reasoningTokens: usage.completion_tokens_details?.reasoning_tokens ?? 0,
    },
  };
}
