import type { LanguageModelV4FinishReason, LanguageModelV4StreamPart, LanguageModelV4Usage } from '@ai-sdk/provider';
import type { AgentEvent, AgentUsage } from '../backend';
import { BackendError } from '../backend-error';
import { parseArguments } from '../http/parse-arguments';
import { errorFromSdk } from './error-from-sdk';

const PROGRESS: AgentEvent = { type: 'progress' };

type Done = Extract<AgentEvent, { type: 'done' }>;

const REASONS: Partial<Record<LanguageModelV4FinishReason['unified'], Done['reason']>> = {
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
  const begun = new Set<string>();
  let complete = false;
  return {
    push(part) {
      switch (part.type) {
        case 'text-delta':
          return part.delta ? [{ type: 'text', text: part.delta }] : [];
        case 'reasoning-delta':
          return part.delta ? [{ type: 'reasoning', text: part.delta }] : [];
        case 'tool-input-start':
          begun.add(part.id);
          return [{ type: 'toolStart', toolCallId: part.id, tool: part.toolName }];
        case 'tool-input-delta':
          return [PROGRESS];
        case 'tool-call': {
          const { toolCallId, toolName: tool } = part;
          const call: AgentEvent = { type: 'tool', toolCallId, tool, arguments: parseArguments(part.input) };
          return begun.has(toolCallId) ? [call] : [{ type: 'toolStart', toolCallId, tool }, call];
        }
        case 'error':
          throw errorFromSdk(part.error);
        case 'finish':
          if (wasCut(part.finishReason)) return [];
          if (part.finishReason.unified === 'error') {
            throw new BackendError('protocol', `The provider ended the reply with “${part.finishReason.raw}”.`);
          }
          complete = true;
          return [
            { type: 'usage', usage: toUsage(part.usage) },
            { type: 'done', reason: REASONS[part.finishReason.unified] ?? 'other' },
          ];
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

function toUsage({ inputTokens, outputTokens }: LanguageModelV4Usage): AgentUsage {
  return {
    inputTokens: inputTokens.total ?? 0,
    outputTokens: outputTokens.total ?? 0,
    cachedTokens: inputTokens.cacheRead ?? 0,
    ...(inputTokens.cacheWrite && { cacheWriteTokens: inputTokens.cacheWrite }),
    reasoningTokens: outputTokens.reasoning ?? 0,
  };
}
