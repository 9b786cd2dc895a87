import { createTextReader } from '@/lib/protocol/reading/create-text-reader';
import type { AgentEvent } from '../backend';
import { BackendError } from '../backend-error';
import { doneEvent, type End, endOfReply } from '../http/end-of-reply';
import { createCallAssembler } from './call-assembler';
import { callPieces, formerCallPieces } from './call-pieces';
import { type ChatChoice, type ChatChunk, type ChatDelta, type ChatUsage, isMalformedFrame } from './chat-chunk';
import { createChunkParser } from './create-chunk-parser';
import { createReasoningReader } from './create-reasoning-reader';
import { indexOfDone } from './frames-without-data';
import { readContent } from './read-content';
import { wordOfEnd } from './word-of-end';

const PROGRESS: AgentEvent = { type: 'progress' };
/** Of the words of a refusal. */
const MAX_SAID = 300;

export interface ChunkReader {
  /** The events of one `data` text. Throws `protocol` for a malformed one, and the provider's error if it carries one. */
  push(data: string): AgentEvent[];
  /** The closing events. Throws `network` when the stream was cut. */
  end(): AgentEvent[];
  /** Something of a reply has come. */
  readonly hasReply: boolean;
  /** The model has finished, with a word for it: nothing but the usage can still come. */
  readonly isComplete: boolean;
  /** The server has said that nothing comes any more; what does come is ignored. */
  readonly isOver: boolean;
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
  let hasText = false;
  let refusal = '';
  let usage: AgentEvent | null = null;

  function readText(piece: string): AgentEvent[] {
    if (piece === '') return [];
    hasText ||= piece.trim() !== '';
    const read = text.push(piece);
    return read.length === 0 ? [PROGRESS] : read;
  }

  /** Held back: alone it is the end of the reply, beside a text a part of it. */
  function readRefusal(piece: string): AgentEvent[] {
    refusal += piece;
    return [PROGRESS];
  }

  function readParts(content: unknown): AgentEvent[] {
    return readContent(content).flatMap((piece): AgentEvent[] => {
      if (piece.type === 'text') return readText(piece.text);
      if (piece.type === 'refusal') return readRefusal(piece.text);
      reasoning.pushPart(piece.text);
      return [piece];
    });
  }

  function readDelta(delta: ChatDelta): AgentEvent[] {
    const thought = reasoning.push(delta);
    const { content } = delta;
    const events = typeof content === 'string' ? readText(content) : content ? readParts(content) : [];
    if (thought) events.unshift({ type: 'reasoning', text: thought });
    if (typeof delta.refusal === 'string' && delta.refusal) events.push(...readRefusal(delta.refusal));
    if (delta.tool_calls) for (const piece of callPieces(delta.tool_calls)) events.push(...calls.push(piece));
    if (delta.function_call)
      for (const piece of formerCallPieces(delta.function_call)) events.push(...calls.push(piece));
    return events;
  }

  function readChunk(chunk: ChatChunk): AgentEvent[] {
    const choice = ownChoice(chunk);
    const counted = chunk.usage ?? choice?.usage ?? chunk.x_groq?.usage;
    if (counted) usage = toUsage(counted);
    if (!choice) return [];
    const ended = wordOfEnd(choice.finish_reason);
    word = ended ?? word;
    // A whole message behind its pieces says nothing new.
    const message = hasReply ? null : (choice.message ?? (choice.text ? { content: choice.text } : null));
    const events = readDelta(choice.delta ?? message ?? {});
    hasReply ||= events.length > 0 || ended !== null;
    return events;
  }

  function readData(data: string): AgentEvent[] {
    try {
      const chunks = parse(data);
      return chunks.length === 1 && chunks[0] ? readChunk(chunks[0]) : chunks.flatMap(readChunk);
    } catch (error) {
      if (word !== null && isMalformedFrame(error)) return [];
      throw error;
    }
  }

  function endOf(): End {
    const end = word === null ? 'stop' : endOfReply(word);
    return end === 'stop' && calls.count > 0 ? 'tool' : end;
  }

  return {
    push(data) {
      if (isDone) return [];
      const at = indexOfDone(data);
      if (at < 0) return readData(data);
      const events = at === 0 ? [] : readData(data.slice(0, at));
      isDone = true;
      return events;
    },
    end() {
      if (word === null && !isDone) throw new BackendError('network', 'The provider cut the reply off before its end.');
      const reason = endOf();
      const isRefusal = refusal !== '' && !hasText && calls.count === 0;
      const { calls: called, extras } = calls.end(reason === 'length');
      const ids = called.map(({ toolCallId }) => toolCallId);
      const kept = called.length > 0 ? reasoning.kept(ids, extras) : [];
      return [
        ...text.end(),
        ...(refusal !== '' && !isRefusal ? [{ type: 'text' as const, text: refusal }] : []),
        ...called,
        ...(kept.length > 0 ? [{ type: 'kept' as const, parts: kept }] : []),
        ...(usage ? [usage] : []),
        isRefusal ? doneEvent('refused', refusal.slice(0, MAX_SAID)) : doneEvent(reason, word),
      ];
    },
    get hasReply() {
      return hasReply;
    },
    get isComplete() {
      return word !== null;
    },
    get isOver() {
      return isDone;
    },
  };
}

/** One choice is asked for; those that a server sends besides are no part of the reply. */
function ownChoice({ choices }: ChatChunk): ChatChoice | undefined {
  if (!Array.isArray(choices)) return undefined;
  for (const choice of choices) if (choice && !(Number(choice.index) >= 1)) return choice;
  return undefined;
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
