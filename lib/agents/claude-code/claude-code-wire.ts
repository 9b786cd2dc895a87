import 'server-only';
import { toldParts } from '@/lib/protocol/prompt/told-parts';
import type { AgentCall, AgentEvent } from '../backend';
import { BackendError } from '../backend-error';
import type { Wire } from '../descriptor';
import { EventQueue } from '../event-queue';
import { checkModelsEndpoint } from '../http/check-models-endpoint';
import { claudeCodeParamProblems, claudeCodeParams } from './claude-code-params';
import type { DeliveredTranscript } from './delivered-transcript';
import { claudeCodeExecutable, HOW_TO_INSTALL } from './executable';
import type { Upstream } from './forward-request';
import { contentText, finalAnswerNote, offer, partsOf, wholeConversation } from './message-content';
import { closeAgent, findAgent, processPool, startAgent } from './process-pool';
import type { StepListener } from './step-listener';
import { toolInputProblem } from './tool-input-problem';
import type { FoundAgent, WarmAgent } from './warm-agent';

type Conversation = NonNullable<AgentCall['conversation']>;

/** Shorter than any bound on a model's silence that makes sense. */
const PULSE_MS = 15_000;
/** A process that has said nothing by then is given up, and the slot tries again. */
const MAX_START_MS = 45_000;
const API_VERSION = '2023-06-01';
const NO_KEY = 'Add an Anthropic key in Settings → Models, or set ANTHROPIC_API_KEY.';

/** Each step is told to the agent's process, which answers as it works. */
export const claudeCodeWire: Wire = {
  call,
  async health({ apiKey, baseUrl, trustedOrigin }, signal) {
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
      trustedOrigin,
    });
  },
  toolInputProblem,
  paramProblems: claudeCodeParamProblems,
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
  await active.acquire(signal);
  try {
    if (waits) yield { type: 'waiting', because: null };
    yield* step(request, conversation, signal);
  } finally {
    active.release();
  }
}

async function* step(request: AgentCall, conversation: Conversation, signal: AbortSignal): AsyncGenerator<AgentEvent> {
  const upstream = upstreamOf(request);
  // The call before may have been interrupted this moment: what it has begun ends first.
  const leave = await processPool().mutexes.acquire(`${request.runId} ${request.slot}`, signal);
  let found: FoundAgent | null = null;
  try {
    found = (await findAgent(request, conversation, signal)) ?? (yield* start(request, conversation, signal));
  } finally {
    if (!found) leave();
  }
  const { agent } = found;
  const ready = Promise.withResolvers<void>();
  agent.ready = ready.promise;
  const queue = new EventQueue();
  const errors: BackendError[] = [];
  agent.gateway.open({
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
    if (found.problem) queue.push({ type: 'filesMissing', message: found.problem });
    tell(found, request, conversation, queue);
    for await (const event of queue.read(signal)) {
      if (event.type === 'done') hasActed = event.reason === 'tool';
      yield noted(event, agent.told);
    }
  } catch (error) {
    if (signal.aborted) throw error;
    closeAgent(agent);
    // A provider's refusal is no fault of the session.
    if (errors.length === 0) agent.session?.failed();
    throw errors[0] ?? error;
  } finally {
    clearInterval(pulse);
    agent.gateway.shut();
    rest(agent, hasActed, signal, () => {
      ready.resolve();
      leave();
    });
  }
}

/** Starts a process, a few at a time. */
async function* start(
  request: AgentCall,
  conversation: Conversation,
  signal: AbortSignal,
): AsyncGenerator<AgentEvent, FoundAgent> {
  const { starting } = processPool();
  const waits = starting.isFull;
  if (waits) yield { type: 'waiting', because: 'waits for other Claude Code agents to start' };
  await starting.acquire(signal);
  let started: FoundAgent | null = null;
  try {
    if (waits) yield { type: 'waiting', because: null };
    started = await startAgent(request, conversation);
  } finally {
    // The signal may have been aborted at the yield.
    if (!started) starting.release();
  }
  const { process } = started.agent;
  const timer = setTimeout(() => process.close(), MAX_START_MS);
  void process.started.then(() => {
    clearTimeout(timer);
    starting.release();
  });
  return started;
}

/** Tells the process what it does not know yet. */
function tell(
  { agent: { process, told }, knows }: FoundAgent,
  { tools }: AgentCall,
  { parts }: Conversation,
  queue: EventQueue,
): void {
  const names = new Set(tools.map(({ name }) => name));
  const offered = offer(tools);
  const entries = toldParts(parts.since);
  const listener: StepListener = {
    push: (event) => queue.push(event),
    fail: (error) => queue.fail(error),
    heard: (news) => told.news(news),
  };
  if (knows === null) {
    process.ask([...wholeConversation(parts), ...offered], names, listener);
    return;
  }
  const news =
    knows === 'earlier turns'
      ? [...finalAnswerNote(parts.earlier), ...partsOf(parts.input), ...entries]
      : entries.slice(knows);
  const content = [...news, ...offered];
  if (process.phase !== 'acting') {
    process.ask(content, names, listener);
    return;
  }
  const isError = parts.since.findLast((message) => message.role === 'tool')?.isError ?? true;
  process.answer({ text: contentText(content), isError }, names, listener);
}

/** The event as the engine gets it; what the process hears with it is noted in the order in which the engine logs it. */
function noted(event: AgentEvent, told: DeliveredTranscript): AgentEvent {
  switch (event.type) {
    case 'approval':
      return withoutPlace(event);
    case 'ownTool':
      told.called(event.toolCallId);
      return event;
    case 'ownToolResult':
      told.finished(event.toolCallId, event.tool, event.result);
      return event;
    case 'offeredTool': {
      const { toolCallId, tool, answer } = event;
      told.called(toolCallId);
      return {
        ...event,
        answer: (given) => {
          told.finished(toolCallId, tool, given.text);
          answer(given);
        },
        waits: (isWaiting) => (isWaiting ? processPool().active.release() : processPool().active.acquireAnyway()),
      };
    }
    default:
      return event;
  }
}

/**
 * After a step: a process whose action is being judged waits for the verdict, which is the next call or, when the action has been
 * accepted, the end of this one; any other ends its turn.
 */
function rest(agent: WarmAgent, hasActed: boolean, signal: AbortSignal, onReady: () => void): void {
  const endTurn = async () => {
    const wasInterrupted = signal.aborted && !hasActed;
    const hasEndedWell = await agent.process.endTurn();
    Object.assign(agent, { isBusy: false, usedAt: performance.now() });
    const { turn, runId, told, session } = agent;
    if (hasEndedWell && !wasInterrupted) session?.turnEnded({ turn, runId, told: told.keys });
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
  active.release();
  return {
    ...event,
    decide: (decision) => {
      active.acquireAnyway();
      event.decide(decision);
    },
  };
}

function upstreamOf({ callId, choice, credentials }: AgentCall): Omit<Upstream, 'onUsage' | 'onError'> {
  const { apiKey, baseUrl } = credentials;
  if (!apiKey) throw new BackendError('auth', 'There is no key for this agent.');
  if (!baseUrl) throw new BackendError('bad_request', 'This agent has no base URL.');
  const isZai = claudeCodeParams(choice.params).provider === 'zai';
  const authorization: Record<string, string> = isZai ? { authorization: `Bearer ${apiKey}` } : { 'x-api-key': apiKey };
  return { callId, baseUrl: rootOf(baseUrl), trustedOrigin: credentials.trustedOrigin ?? null, authorization };
}

/** Claude Code adds `/v1` itself. */
function rootOf(baseUrl: string): string {
  return baseUrl.replace(/\/+$/, '').replace(/\/v1$/, '');
}
