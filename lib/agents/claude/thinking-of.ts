import type Anthropic from '@anthropic-ai/sdk';
import type { PromptMessage } from '@/lib/protocol/prompt-message';
import type { BackendChoice } from '@/lib/protocol/team';

const ANSWER_TOKENS = 16_000;
const ANSWER_TOKENS_CLAUDE_3 = 4_096;
/** What such a model thinks counts as output too. */
const ADAPTIVE_TOKENS = 32_000;
/** Claude 5 and later think by themselves; some of them refuse to be forced to a tool. */
const ADAPTIVE = /^claude-[a-z]+-(?:[5-9]|\d{2})(?:-|$)/;

interface Thinking {
  thinking: Anthropic.ThinkingConfigParam | null;
  maxTokens: number;
  /** The API refuses a forced tool together with thinking. */
  mayForceTool: boolean;
}

/** Whether the model thinks in this request, how much it may write in all, and whether it can be made to use a tool. */
export function thinkingOf(
  { model, params }: Pick<BackendChoice, 'model' | 'params'>,
  messages: PromptMessage[],
): Thinking {
  const asked = params.thinking as Anthropic.ThinkingConfigParam | undefined;
  const adaptive = ADAPTIVE.test(model);
  const thinking = asked ?? (adaptive ? { type: 'adaptive' as const, display: 'summarized' as const } : null);
  // With a budget of its own, the thinking that led to the last tool call has to come back signed. A log of an older version, and that of
  // another backend before this one, does not hold it.
  const last = messages.findLast(({ role }) => role === 'assistant');
  const unsigned = thinking?.type === 'enabled' && last !== undefined && hasUnsignedCall(last);
  const effective = unsigned ? null : thinking;
  return {
    thinking: effective,
    maxTokens: maxTokens(model, params.max_tokens, effective, adaptive),
    mayForceTool: !adaptive && (effective === null || effective.type === 'disabled'),
  };
}

function maxTokens(model: string, asked: unknown, thinking: Thinking['thinking'], adaptive: boolean): number {
  const answer = /claude-3/.test(model) ? ANSWER_TOKENS_CLAUDE_3 : adaptive ? ADAPTIVE_TOKENS : ANSWER_TOKENS;
  const wanted = typeof asked === 'number' ? asked : answer;
  // The budget is part of it, and the API refuses one that leaves nothing for the answer.
  const budget = thinking?.type === 'enabled' ? thinking.budget_tokens : 0;
  return budget >= wanted ? budget + answer : wanted;
}

function hasUnsignedCall(message: PromptMessage): boolean {
  if (message.role !== 'assistant' || message.toolCalls.length === 0) return false;
  return message.kept?.[0]?.kind !== 'reasoning';
}
