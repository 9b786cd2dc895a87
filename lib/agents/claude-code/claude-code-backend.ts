import 'server-only';
import type { RequestParts } from '@/lib/protocol/prompt-message';
import type { AgentBackend, AgentCall, AgentEvent } from '../backend';
import { BackendError } from '../backend-error';
import { listPrice } from '../catalogue/list-price';
import { modelFacts } from '../catalogue/model-facts';
import { checkModelsEndpoint } from '../http/check-models-endpoint';
import { CLAUDE_CODE_PARAM_NAMES, claudeCodeParamProblems, claudeCodeParams } from './claude-code-params';
import { EventQueue } from './event-queue';
import { claudeCodeExecutable, HOW_TO_INSTALL } from './executable';
import type { Upstream } from './forward-request';
import {
  contentText,
  entryKey,
  finalAnswerNote,
  offer,
  partsOf,
  toldEntries,
  wholeConversation,
} from './message-content';
import { closeAgent, findAgent, type Knowledge, processPool, startAgent, type WarmAgent } from './process-pool';

/** Shorter than any bound on a model's silence that makes sense. */
const PULSE_MS = 15_000;
/** A process that has said nothing by then is given up, and the slot tries again. */
const MAX_START_MS = 45_000;
const API_VERSION = '2023-06-01';
const NO_KEY = 'Add an Anthropic key in settings, or set ANTHROPIC_API_KEY.';

/** Claude Code: a process on this machine with tools of its own and a working folder. It keeps its conversation between calls. */
export const claudeCodeBackend: AgentBackend = {
  type: 'claude_code',
  label: 'Claude Code',
  simulation: false,
  // Whatever is said of the model: Claude Code needs tools to work at all.
  capabilities: (model) => ({ ...modelFacts(model, 'claude'), tools: true, stateful: true }),
  call,
  async health({ apiKey, baseUrl }, signal) {
    const nothing = { type: 'claude_code', configured: false, healthy: false, latencyMs: null, models: [] };
    if (!claudeCodeExecutable()) return { ...nothing, message: HOW_TO_INSTALL };
    if (!apiKey || !baseUrl) return { ...nothing, message: NO_KEY };
    const headers = { 'x-api-key': apiKey, 'anthropic-version': API_VERSION };
    return checkModelsEndpoint({
      type: 'claude_code',
      baseUrl: `${rootOf(baseUrl)}/v1`,
      headers,
      notConfigured: NO_KEY,
      signal,
    });
  },
  paramProblems: claudeCodeParamProblems,
  paramNames: CLAUDE_CODE_PARAM_NAMES,
  price: listPrice,
};

async function* call(request: AgentCall, signal: AbortSignal): AsyncGenerator<AgentEvent> {
  const { conversation } = request;
  if (!conversation) throw new Error('Claude Code needs to know its conversation.');
  const { active } = processPool();
  const waits = active.isFull;
  if (waits) {
    const because = `waits for a place: ${active.limit} Claude Code agents are at work on this server`;
    yield { type: 'waiting', because };
  }
  await active.take(signal);
  try {
    if (waits) yield { type: 'waiting', because: null };
    yield* step(request, conversation.id, conversation.parts, signal);
  } finally {
    active.give();
  }
}

async function* step(
  request: AgentCall,
  conversationId: string,
  parts: RequestParts,
  signal: AbortSignal,
): AsyncGenerator<AgentEvent> {
  const upstream = upstreamOf(request);
  const found = await findAgent(request, conversationId, parts);
  const agent = found?.agent ?? (yield* start(request, conversationId, parts, signal));
  const ready = Promise.withResolvers<void>();
  agent.stopWaiting?.();
  Object.assign(agent, { isBusy: true, ready: ready.promise, stopWaiting: null });
  const queue = new EventQueue();
  const errors: BackendError[] = [];
  agent.door.open({
    ...upstream,
    onUsage: (usage) => queue.push({ type: 'usage', usage }),
    onError: (error) => {
      errors.length = 0;
      if (error) errors.push(error);
    },
  });
  // A tool may run longer than a model may be silent.
  const pulse = setInterval(() => agent.process.runsTool && queue.push({ type: 'progress' }), PULSE_MS);
  let hasActed = false;
  try {
    tell(agent, found?.knows ?? null, request, parts, queue);
    for await (const event of queue.read(signal)) {
      if (event.type === 'ownToolResult') agent.told.push(resultKey(event));
      if (event.type === 'done') hasActed = event.reason === 'tool';
      yield event.type === 'approval' ? withoutPlace(event) : event;
    }
  } catch (error) {
    if (signal.aborted) throw error;
    closeAgent(agent);
    throw errors[0] ?? error;
  } finally {
    clearInterval(pulse);
    agent.door.shut();
    rest(agent, hasActed, signal, ready.resolve);
  }
}

/** Starts a process, a few at a time. */
async function* start(
  request: AgentCall,
  conversationId: string,
  parts: RequestParts,
  signal: AbortSignal,
): AsyncGenerator<AgentEvent, WarmAgent> {
  const { starting } = processPool();
  const waits = starting.isFull;
  if (waits) yield { type: 'waiting', because: 'waits for other Claude Code agents to start' };
  await starting.take(signal);
  if (waits) yield { type: 'waiting', because: null };
  try {
    const agent = await startAgent(request, conversationId, parts);
    const timer = setTimeout(() => agent.process.close(), MAX_START_MS);
    void agent.process.started.then(() => {
      clearTimeout(timer);
      starting.give();
    });
    return agent;
  } catch (error) {
    starting.give();
    throw error;
  }
}

/** Tells the process what it does not know yet. */
function tell(
  { process }: WarmAgent,
  knows: Knowledge | null,
  { tools }: AgentCall,
  parts: RequestParts,
  queue: EventQueue,
): void {
  const offersTools = tools.length > 0;
  const offered = offer(tools);
  const told = toldEntries(parts.since);
  if (knows === null) {
    process.ask([...wholeConversation(parts), ...offered], offersTools, queue);
    return;
  }
  const news =
    knows === 'earlier turns'
      ? [...finalAnswerNote(parts.earlier), ...partsOf(parts.input), ...told]
      : told.slice(knows);
  const content = [...news, ...offered];
  if (process.phase !== 'acting') {
    process.ask(content, offersTools, queue);
    return;
  }
  const isError = parts.since.findLast((message) => message.role === 'tool')?.isError ?? true;
  process.answer({ text: contentText(content), isError }, offersTools, queue);
}

/**
 * After a step: a process whose action is being judged waits for the verdict, which is the next call or, when the action has been
 * accepted, the end of this one; any other ends its turn.
 */
function rest(agent: WarmAgent, hasActed: boolean, signal: AbortSignal, onReady: () => void): void {
  const endTurn = async () => {
    await agent.process.endTurn();
    Object.assign(agent, { isBusy: false, usedAt: performance.now() });
  };
  if (!hasActed || signal.aborted) {
    void endTurn().then(onReady);
    return;
  }
  onReady();
  const onAccepted = () => {
    agent.ready = endTurn();
  };
  signal.addEventListener('abort', onAccepted, { once: true });
  // Refused, it goes on in the next step, which sees to its own end.
  agent.stopWaiting = () => signal.removeEventListener('abort', onAccepted);
}

/** Who waits for a person does not work: another agent may have the place meanwhile. */
function withoutPlace(event: Extract<AgentEvent, { type: 'approval' }>): AgentEvent {
  const { active } = processPool();
  active.give();
  return {
    ...event,
    decide: (decision) => {
      active.takeAnyway();
      event.decide(decision);
    },
  };
}

function resultKey({ tool, result }: Extract<AgentEvent, { type: 'ownToolResult' }>): string {
  return entryKey({ type: 'text', text: `[${tool}] ${result}` });
}

function upstreamOf({ callId, choice, credentials }: AgentCall): Omit<Upstream, 'onUsage' | 'onError'> {
  const { apiKey, baseUrl } = credentials;
  if (!apiKey) throw new BackendError('auth', 'There is no key for this agent.');
  if (!baseUrl) throw new BackendError('bad_request', 'This agent has no base URL.');
  const isZai = claudeCodeParams(choice.params).provider === 'zai';
  const authorization: Record<string, string> = isZai ? { authorization: `Bearer ${apiKey}` } : { 'x-api-key': apiKey };
  return { callId, baseUrl: rootOf(baseUrl), authorization };
}

/** Claude Code adds `/v1` itself. */
function rootOf(baseUrl: string): string {
  return baseUrl.replace(/\/+$/, '').replace(/\/v1$/, '');
}
