import 'server-only';
import { randomUUID } from 'node:crypto';
import type { AgentCall, AgentEvent, AgentUsage } from '../backend';
import type { Wire } from '../descriptor';
import { CHARACTERS, characterFor } from './characters';
import { chooseAction, type DemoAction } from './choose-action';
import { type Pace, splitWords, startPace } from './pace-words';
import { readPrompt } from './read-prompt';

const DEFAULT_TOKENS_PER_SECOND = 60;
const MAX_TOKENS_PER_SECOND = 1_000_000;
const PACE_JITTER = 0.1;

/** Plain rules, in the place of a model. */
export const demoWire: Wire = {
  call: runDemoCall,
  health: async () => ({
    type: 'demo',
    configured: true,
    healthy: true,
    latencyMs: 0,
    models: CHARACTERS.map(({ model }) => model),
    message: 'Simulation: works on the given text by rules, and counts words instead of tokens.',
  }),
};

async function* runDemoCall(call: AgentCall, signal: AbortSignal): AsyncGenerator<AgentEvent> {
  signal.throwIfAborted();
  const character = characterFor(call.choice.model);
  const tools = call.toolChoice === 'none' ? [] : call.tools;
  const action = chooseAction(character, readPrompt(call.messages, tools));
  const pace = startPace(wordsPerSecond(call) * character.pace, signal);
  for await (const text of stream(action.reasoning, pace)) yield { type: 'reasoning', text };
  if (action.kind === 'present') {
    for await (const text of stream(action.content, pace)) yield { type: 'text', text };
  } else {
    yield* callTool(action, pace);
  }
  yield { type: 'usage', usage: countUsage(call, action) };
  yield { type: 'done', reason: action.kind === 'present' ? 'stop' : 'tool' };
}

async function* callTool(action: Exclude<DemoAction, { kind: 'present' }>, pace: Pace): AsyncGenerator<AgentEvent> {
  const toolCallId = `demo_${randomUUID()}`;
  const { tool, args } = toolOf(action);
  yield { type: 'toolStart', toolCallId, tool };
  await pace.wait(splitWords(writtenText(action)).length);
  yield { type: 'tool', toolCallId, tool, arguments: args };
}

function toolOf(action: Exclude<DemoAction, { kind: 'present' }>): { tool: string; args: Record<string, unknown> } {
  if (action.kind === 'answer') return { tool: 'new_answer', args: { content: action.content } };
  if (action.kind === 'note') return { tool: 'post_note', args: { text: action.content } };
  if (action.kind === 'vote') return { tool: 'vote', args: { answer_id: action.answerId, reason: action.reason } };
  if (action.kind === 'keep') return { tool: 'keep_answer', args: { reason: action.reason } };
  if (action.kind === 'check') return { tool: action.tool, args: action.args };
  if (action.kind === 'judging') return { tool: action.tool, args: action.args };
  return { tool: 'abstain', args: { reason: action.reason } };
}

async function* stream(text: string, pace: Pace): AsyncGenerator<string> {
  for (const word of splitWords(text)) {
    await pace.wait(1);
    yield word;
  }
}

function writtenText(action: DemoAction): string {
  return 'content' in action ? action.content : action.reason;
}

/** Slightly different for each seed and slot, so that the agents of a team are not in step. */
function wordsPerSecond({ choice, slot }: AgentCall): number {
  const wanted = Number(choice.params.tokensPerSecond ?? DEFAULT_TOKENS_PER_SECOND);
  const base = wanted > 0 ? Math.min(wanted, MAX_TOKENS_PER_SECOND) : DEFAULT_TOKENS_PER_SECOND;
  const key = `${choice.params.seed ?? 0}/${slot}/${choice.model}`;
  const hash = [...key].reduce((value, char) => (value * 31 + char.charCodeAt(0)) >>> 0, 7);
  return base * (1 + PACE_JITTER * ((hash % 1000) / 500 - 1));
}

function countUsage(call: AgentCall, action: DemoAction): AgentUsage {
  const reasoningTokens = splitWords(action.reasoning).length;
  return {
    inputTokens: splitWords(JSON.stringify(call.messages)).length,
    outputTokens: reasoningTokens + splitWords(writtenText(action)).length,
    cachedTokens: 0,
    reasoningTokens,
  };
}
