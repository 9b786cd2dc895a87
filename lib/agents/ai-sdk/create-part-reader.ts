import type { LanguageModelV4FinishReason, LanguageModelV4StreamPart, LanguageModelV4Usage } from '@ai-sdk/provider';
import { createTextReader } from '@/lib/protocol/reading/create-text-reader';
import { readArguments } from '@/lib/protocol/reading/read-arguments';
import type { AgentEvent, AgentUsage } from '../backend';
import { BackendError } from '../backend-error';
import { doneEvent, type End, endOfReply } from '../http/end-of-reply';
import { createKeptParts } from './create-kept-parts';
import { errorFromSdk } from './error-from-sdk';
import { promptBlock } from './prompt-block';

const PROGRESS: AgentEvent = { type: 'progress' };

/** For replies to whose end the provider gives no word of its own. */
const ENDS: Partial<Record<LanguageModelV4FinishReason['unified'], End>> = {
  stop: 'stop',
  length: 'length',
  'tool-calls': 'tool',
  'content-filter': 'refused',
};

export interface PartReader {
  /** The events of one part of the AI SDK's stream. Throws the provider's error when the part carries one. */
  push(part: LanguageModelV4StreamPart): AgentEvent[];
  /** Throws `network` when the stream was cut. */
  end(): void;
}

/** Reads the parts of one streamed reply in order. */
export function createPartReader(): PartReader {
  const begun = new Map<string, string>();
  const text = createTextReader();
  const kept = createKeptParts();
  let called = 0;
  let complete = false;

  function close(finish: LanguageModelV4FinishReason, usage: LanguageModelV4Usage): AgentEvent[] {
    const reason = endOf(finish, called > 0);
    const half = reason === 'length' ? [...begun] : [];
    return [
      ...text.end(),
      ...half.map(([toolCallId, tool]): AgentEvent => ({ type: 'tool', toolCallId, tool, arguments: '', isCut: true })),
      ...(called > 0 ? kept.end() : []),
      { type: 'usage', usage: toUsage(usage) },
      doneEvent(reason, finish.raw),
    ];
  }

  return {
    push(part) {
      kept.push(part);
      switch (part.type) {
        case 'text-delta':
          return text.push(part.delta);
        case 'reasoning-delta':
          return part.delta ? [{ type: 'reasoning', text: part.delta }] : [];
        case 'tool-input-start':
          begun.set(part.id, part.toolName);
          return [{ type: 'toolStart', toolCallId: part.id, tool: part.toolName }];
        case 'tool-input-delta':
          return [PROGRESS];
        case 'tool-call': {
          const { toolCallId, toolName: tool } = part;
          const call: AgentEvent = { type: 'tool', toolCallId, tool, arguments: readArguments(part.input) };
          called += 1;
          return begun.delete(toolCallId) ? [call] : [{ type: 'toolStart', toolCallId, tool }, call];
        }
        case 'error':
          throw errorFromSdk(part.error);
        case 'finish': {
          const blocked = promptBlock(part);
          if (blocked) throw blocked;
          if (wasCut(part.finishReason)) return [];
          complete = true;
          return close(part.finishReason, part.usage);
        }
        default:
          return [];
      }
    },
    end() {
      if (!complete) throw new BackendError('network', 'The provider cut the reply off before its end.');
    },
  };
}

/** The SDK closes every stream with a `finish`; one that the provider did not announce has no reason of its own. */
function wasCut({ unified, raw }: LanguageModelV4FinishReason): boolean {
  return unified === 'interrupted' || (unified === 'other' && raw === undefined);
}

/** The SDK reads some words as a success that are none, so the provider's own comes first. */
function endOf({ unified, raw }: LanguageModelV4FinishReason, hasCalled: boolean): End {
  const end = raw === undefined ? (ENDS[unified] ?? 'failed') : endOfReply(raw);
  return end === 'stop' && hasCalled ? 'tool' : end;
}

function toUsage({ inputTokens, outputTokens }: LanguageModelV4Usage): AgentUsage {
  return {
    inputTokens: inputTokens.total ?? 0,
    outputTokens: outputTokens.total ?? 0,
    cachedTokens: inputTokens.cacheRead ?? 0,
    ...(inputTokens.cacheWrite && { cacheWriteTokens: inputTokens.cacheWrite }),
    reasoningTokens: outputTokens.reasoning ?? 0,
  };
}
