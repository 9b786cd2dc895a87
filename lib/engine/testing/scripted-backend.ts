import { uuidv7 } from 'uuidv7';
import type {
  AgentBackend,
  AgentCall,
  AgentEvent,
  AgentUsage,
  ApprovalDecision,
  ToolAnswer,
} from '@/lib/agents/backend';
import { BackendError } from '@/lib/agents/backend-error';
import type { UserPart } from '@/lib/protocol/prompt-message';

/** What a scripted model does in one step. */
export interface ScriptedStep {
  reasoning?: string[];
  /** Tokens of text, in order. */
  text?: string[];
  tools?: { tool: string; arguments: unknown }[];
  /** Before the text: what the model does with tools that its backend runs itself. */
  ownTools?: { tool: string; arguments: unknown; result: string; isError?: boolean }[];
  /** Behind those: it takes what is new, as an agent between two of its steps. */
  takesNews?: (news: UserPart[]) => void;
  /** Behind those: it asks a person before it uses these tools, one after the other. */
  asks?: { tool: string; arguments: unknown; decided?: (allow: boolean) => void }[];
  /** Behind that: it calls these tools of the board, one after the other. */
  board?: { tool: string; arguments: unknown; answered?: (answer: ToolAnswer) => void }[];
  /** Thrown after the text. */
  error?: BackendError;
  /** After the text, nothing more comes. */
  silent?: boolean;
  /** The stream ends without `done`. */
  cut?: boolean;
  usage?: AgentUsage;
  /** Overrides the backend's. */
  tokenMs?: number;
}

export interface ScriptedBackendOptions {
  type?: string;
  /** Milliseconds between tokens on an absolute schedule from the step's request on; 0 = no waiting at all. */
  tokenMs?: number;
  /** False = the text fallback applies. */
  tools?: boolean;
  /** In tokens; absent = unknown. */
  contextWindow?: number;
  script(call: AgentCall): ScriptedStep | Promise<ScriptedStep>;
}

export interface ScriptedBackend extends AgentBackend {
  /** Every request so far. */
  readonly calls: AgentCall[];
  /** Tokens given out so far, and when the last one was (`performance.now()`). */
  readonly produced: { tokens: number; lastAt: number };
}

/** A model that follows a script: without latency, or on a schedule that does not drift with the engine's own time. */
export function createScriptedBackend(options: ScriptedBackendOptions): ScriptedBackend {
  const calls: AgentCall[] = [];
  const produced = { tokens: 0, lastAt: 0 };
  const type = options.type ?? 'scripted';

  async function* call(request: AgentCall, signal: AbortSignal): AsyncGenerator<AgentEvent> {
    calls.push(request);
    const began = performance.now();
    const step = await options.script(request);
    const tokenMs = step.tokenMs ?? options.tokenMs ?? 0;
    let due = began;
    yield* workOf(step, `${calls.length}`);
    for (const [kind, tokens] of [['reasoning', step.reasoning] as const, ['text', step.text] as const]) {
      for (const text of tokens ?? []) {
        due += tokenMs;
        if (tokenMs > 0) await waitUntil(due, signal);
        if (signal.aborted) throw cancelled(signal);
        produced.tokens += 1;
        produced.lastAt = performance.now();
        yield { type: kind, text };
      }
    }
    if (step.silent) await waitUntil(Number.POSITIVE_INFINITY, signal);
    if (step.error) throw step.error;
    for (const [i, tool] of (step.tools ?? []).entries()) {
      yield { type: 'tool', toolCallId: `t${calls.length}-${i}`, ...tool };
    }
    if (step.cut) return;
    yield { type: 'usage', usage: step.usage ?? usageOf(step) };
    yield { type: 'done', reason: step.tools?.length ? 'tool' : 'stop' };
  }

  return {
    type,
    label: 'Scripted model',
    simulation: true,
    calls,
    produced,
    capabilities: () => ({
      tools: options.tools ?? true,
      images: false,
      files: false,
      reasoning: true,
      contextWindow: options.contextWindow ?? null,
      stateful: false,
    }),
    call,
    health: async () => ({ type, configured: true, healthy: true, latencyMs: 0, models: ['scripted'], message: null }),
    price: () => 0.001,
  };
}

/** What an agent does that runs its tools itself. */
async function* workOf(step: ScriptedStep, id: string): AsyncGenerator<AgentEvent> {
  for (const [i, { tool, arguments: args, result, isError = false }] of (step.ownTools ?? []).entries()) {
    const toolCallId = `own${id}-${i}`;
    yield { type: 'ownTool', toolCallId, tool, arguments: args };
    yield { type: 'ownToolResult', toolCallId, tool, result, isError, tookMs: 1 };
  }
  if (step.takesNews) {
    const news = Promise.withResolvers<UserPart[]>();
    yield { type: 'news', take: news.resolve };
    step.takesNews(await news.promise);
  }
  for (const [i, { tool, arguments: args, decided }] of (step.asks ?? []).entries()) {
    const decision = Promise.withResolvers<ApprovalDecision>();
    const request = { approvalId: uuidv7(), toolCallId: `ask${id}-${i}`, tool, arguments: args, because: 'It asks.' };
    yield { type: 'approval', request, decide: decision.resolve };
    decided?.((await decision.promise).allow);
  }
  for (const [i, { tool, arguments: args, answered }] of (step.board ?? []).entries()) {
    const answer = Promise.withResolvers<ToolAnswer>();
    yield { type: 'offeredTool', toolCallId: `board${id}-${i}`, tool, arguments: args, answer: answer.resolve };
    const given = await answer.promise;
    answered?.(given);
  }
}

function usageOf(step: ScriptedStep): AgentUsage {
  return {
    inputTokens: 10,
    outputTokens: step.text?.length ?? 0,
    cachedTokens: 0,
    reasoningTokens: step.reasoning?.length ?? 0,
  };
}

function cancelled(signal: AbortSignal): BackendError {
  return new BackendError('network', 'The request was cancelled.', { cause: signal.reason });
}

/** Resolves at `due` (`performance.now()`), at once when that has passed; rejects when the request is cancelled. */
function waitUntil(due: number, signal: AbortSignal): Promise<void> {
  const wait = due - performance.now();
  if (wait <= 0 && !signal.aborted) return Promise.resolve();
  return new Promise((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer);
      reject(cancelled(signal));
    };
    const timer = setTimeout(
      () => {
        signal.removeEventListener('abort', stop);
        resolve();
      },
      Math.min(wait, 2 ** 31 - 1),
    );
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop, { once: true });
  });
}
