import 'server-only';
import { toldParts } from '@/lib/protocol/prompt/told-parts';
import type { AgentBackend, AgentCall, AgentEvent } from '../backend';
import { BackendError } from '../backend-error';
import { listPrice } from '../catalogue/list-price';
import { modelFacts } from '../catalogue/model-facts';
import { EventQueue } from '../event-queue';
import { checkModelsEndpoint } from '../http/check-models-endpoint';
import type { StepListener } from './agent-process';
import { CLAUDE_CODE_PARAM_NAMES, claudeCodeParamProblems, claudeCodeParams } from './claude-code-params';
import { claudeCodeExecutable, HOW_TO_INSTALL } from './executable';
import type { Upstream } from './forward-request';
import { contentText, finalAnswerNote, offer, partsOf, wholeConversation } from './message-content';
import { closeAgent, findAgent, processPool, startAgent } from './process-pool';
import type { Told } from './told';
import type { FoundAgent, WarmAgent } from './warm-agent';

type Conversation = NonNullable<AgentCall['conversation']>;

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
    yield* step(request, conversation, signal);
  } finally {
    active.give();
  }
}

async function* step(request: AgentCall, conversation: Conversation, signal: AbortSignal): AsyncGenerator<AgentEvent> {
  const upstream = upstreamOf(request);
  // The call before may have been interrupted this moment: what it has begun ends first.
  const leave = await processPool().lanes.take(`${request.runId} ${request.slot}`, signal);
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
    agent.door.shut();
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
  await starting.take(signal);
  let started: FoundAgent | null = null;
  try {
    if (waits) yield { type: 'waiting', because: null };
    started = await startAgent(request, conversation);
  } finally {
    // The signal may have been aborted at the yield.
    if (!started) starting.give();
  }
  const { process } = started.agent;
  const timer = setTimeout(() => process.close(), MAX_START_MS);
  void process.started.then(() => {
    clearTimeout(timer);
    starting.give();
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
  const offersTools = tools.length > 0;
  const offered = offer(tools);
  const entries = toldParts(parts.since);
  const listener: StepListener = {
    push: (event) => queue.push(event),
    fail: (error) => queue.fail(error),
    heard: (news) => told.news(news),
  };
  if (knows === null) {
    process.ask([...wholeConversation(parts), ...offered], offersTools, listener);
    return;
  }
  const news =
    knows === 'earlier turns'
      ? [...finalAnswerNote(parts.earlier), ...partsOf(parts.input), ...entries]
      : entries.slice(knows);
  const content = [...news, ...offered];
  if (process.phase !== 'acting') {
    process.ask(content, offersTools, listener);
    return;
  }
  const isError = parts.since.findLast((message) => message.role === 'tool')?.isError ?? true;
  process.answer({ text: contentText(content), isError }, offersTools, listener);
}

/** The event as the engine gets it; what the process hears with it is noted in the order in which the engine logs it. */
function noted(event: AgentEvent, told: Told): AgentEvent {
  switch (event.type) {
    case 'approval':
      return withoutPlace(event);
    case 'ownTool':
      told.called(event.toolCallId);
      return event;
    case 'ownToolResult':
      told.finished(event.toolCallId, event.tool, event.result);
      return event;
    case 'boardTool': {
      const { toolCallId, tool, answer } = event;
      told.called(toolCallId);
      return {
        ...event,
        answer: (given) => {
          told.finished(toolCallId, tool, given.text);
          answer(given);
        },
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
  active.give();
  return {
    ...event,
    decide: (decision) => {
      active.takeAnyway();
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
  return { callId, baseUrl: rootOf(baseUrl), authorization };
}

/** Claude Code adds `/v1` itself. */
function rootOf(baseUrl: string): string {
  return baseUrl.replace(/\/+$/, '').replace(/\/v1$/, '');
}
