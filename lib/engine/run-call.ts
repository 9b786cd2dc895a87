import type { ClaimedRun } from '@/db/queries/run-log/claimed-run';
import type { Credentials } from '@/lib/agents/backend';
import { CHARACTERS_PER_TOKEN } from '@/lib/protocol/constants';
import type { AgentFailed, AgentFinished, CallPhase } from '@/lib/protocol/event';
import { buildRequest } from '@/lib/protocol/prompt/build-request';
import { fillReferences, type References } from '@/lib/protocol/prompt/fill-references';
import type { HistoryMessage, RequestMessage, RequestParts } from '@/lib/protocol/prompt-message';
import type { RunState } from '@/lib/protocol/state';
import type { BackendChoice, Slot, TeamAgent } from '@/lib/protocol/team';
import { answerBoardTool, answerBoundary } from './answer-agent';
import type { Approvals } from './approvals';
import { pauseCall, resumeCall } from './call-clock';
import { callFailure, UNEXPECTED_FAILURE } from './call-failure';
import type { RunContexts } from './context-source';
import { deliverNews } from './deliver-news';
import type { EngineDeps } from './engine-deps';
import { CAPTURE_PATIENCE_MS } from './engine-settings';
import { giveAttachments, type PartsOf } from './give-attachments';
import { judgeReply } from './judge-reply';
import { charactersOf } from './request-size';
import { keepCount, type RequestCount } from './request-tokens';
import type { DeltaKind, EventDraft } from './run-log';
import { type OwnToolEvent, runStep, type StepResult, type StepSink } from './run-step';
import { shareContexts, type TextOf } from './share-contexts';

/** Tokens of a tool call's arguments, about one a piece, between two events that count them against the budget. */
const UNSEEN_PIECES_PER_EVENT = 50;

const NO_TEXTS: TextOf = () => '';

/** A call in flight. */
export interface ActiveCall {
  readonly slot: Slot;
  readonly callId: string;
  readonly phase: CallPhase;
  readonly controller: AbortController;
  /** `performance.now()`, as `lastActivityAt`. */
  startedAt: number;
  lastActivityAt: number;
  /** Length of the request in flight. */
  sentCharacters: number;
  /** What its requests hold for each attachment. */
  partsOf: PartsOf;
  /** The call waits for a person or for a place, which counts for no bound on its time; `performance.now()`. */
  pausedAt: number | null;
}

/** What a call needs of its run. */
export interface CallHost {
  readonly runId: string;
  readonly run: Pick<ClaimedRun, 'conversationId'>;
  readonly approvals: Approvals;
  readonly state: RunState;
  readonly history: HistoryMessage[];
  readonly deps: EngineDeps;
  /** `null` = the team does not share. */
  readonly contexts: RunContexts | null;
  /** By slot. */
  readonly counts: Map<Slot, RequestCount>;
  credentialsFor(choice: BackendChoice): Promise<Credentials>;
  append(draft: EventDraft): void;
  /** Several events as one: what follows from them is decided behind the last one. */
  atOnce(write: () => void): void;
  delta(slot: Slot, callId: string, kind: DeltaKind, text: string): void;
  /** Ends the call with this event, unless it has ended before. */
  conclude(call: ActiveCall, end: AgentFinished | AgentFailed): void;
}

/** Performs a call: step after step until it has acted, presented, failed or been interrupted. */
export async function runCall(host: CallHost, call: ActiveCall): Promise<void> {
  const { slot, callId } = call;
  const { signal } = call.controller;
  try {
    const agent = agentOf(host.state, slot);
    const credentials = await host.credentialsFor(agent.backend);
    if (signal.aborted) return;
    call.partsOf = await giveAttachments(host, call, agent);
    if (signal.aborted) return;
    if (call.phase === 'presentation') host.append({ type: 'final.started', slot, callId });
    const most = host.state.team?.limits.stepsPerCall ?? Number.POSITIVE_INFINITY;
    for (let steps = 1; !signal.aborted; steps++) {
      if (steps > most) return tooManySteps(host, call, most);
      deliverNews(host, call);
      if (signal.aborted) return;
      const textOf = host.contexts ? await shareContexts(host, call, agent, host.contexts) : NO_TEXTS;
      if (signal.aborted) return;
      const result = await step(host, call, agent, credentials, { partsOf: call.partsOf, textOf });
      if (!result || signal.aborted) return;
      if (call.phase === 'presentation') {
        // Behind the run's end nothing more can be written.
        await host.contexts?.stored(CAPTURE_PATIENCE_MS);
        return host.conclude(call, { type: 'agent.finished', slot, callId, outcome: 'presented' });
      }
      await judgeReply(host, call, agent, result);
    }
  } catch (error) {
    if (signal.aborted) return;
    const failure = callFailure(error);
    if (!failure) host.deps.report(error, `A call of slot ${slot} in the run ${host.runId} failed unexpectedly.`);
    host.conclude(call, { type: 'agent.failed', slot, callId, ...(failure ?? UNEXPECTED_FAILURE) });
  }
}

function agentOf(state: RunState, slot: Slot): TeamAgent {
  const agent = state.team?.agents.find((candidate) => candidate.slot === slot);
  if (!agent) throw new Error(`The team has no slot ${slot}.`);
  return agent;
}

async function step(
  host: CallHost,
  call: ActiveCall,
  agent: TeamAgent,
  credentials: Credentials,
  references: References,
): Promise<StepResult | null> {
  const { slot, callId } = call;
  const backend = host.deps.backendFor(agent.backend.type);
  const { parts, ...request } = buildRequest(host.state, slot, host.history);
  const messages = fillReferences(request.messages, references);
  const conversation = {
    id: host.run.conversationId,
    parts: fillParts(parts, references),
    continuedFrom: host.contexts?.continuedFrom(slot) ?? null,
  };
  const textKind = call.phase === 'presentation' ? 'final' : 'text';
  const limits = host.state.team?.limits;
  const unseen = { counts: (limits?.maxTokens ?? limits?.maxCostUsd ?? null) !== null, tool: '', pieces: 0 };
  call.sentCharacters = charactersOf({ ...request, messages });
  const sink: StepSink = {
    text: (kind, text) => host.delta(slot, callId, kind === 'text' ? textKind : kind, text),
    writing: (tool) => {
      unseen.tool = tool;
      host.append({ type: 'agent.writing', slot, callId, tool });
    },
    unseen: () => {
      if (!unseen.counts || ++unseen.pieces < UNSEEN_PIECES_PER_EVENT) return;
      const characters = unseen.pieces * CHARACTERS_PER_TOKEN;
      unseen.pieces = 0;
      host.append({ type: 'agent.writing', slot, callId, tool: unseen.tool, characters });
    },
    usage: (usage) => {
      keepCount(host, call, agent.backend, usage);
      host.append({
        type: 'usage',
        slot,
        callId,
        ...usage,
        costUsd: backend.price(agent.backend.model, usage),
        backend: agent.backend.type,
        model: agent.backend.model,
        priceDate: agent.backend.price?.date ?? null,
      });
    },
    ownTool: (event) => host.append(ownToolEvent(slot, callId, event)),
    approval: (event) => host.approvals.request(host, call, event),
    boardTool: (event) => void answerBoardTool(host, call, agent, event),
    boundary: (event) => void answerBoundary(host, call, agent, event),
    filesMissing: (message) => host.append({ type: 'context.failed', slot, error: { code: 'files_missing', message } }),
    waiting: (because) => waitFor(host, call, because),
    activity: () => {
      call.lastActivityAt = performance.now();
    },
  };
  const { signal } = call.controller;
  call.lastActivityAt = performance.now();
  return runStep(
    backend,
    { callId, runId: host.runId, slot, choice: agent.backend, credentials, conversation, ...request, messages },
    signal,
    sink,
  );
}

function fillParts({ system, ...parts }: RequestParts<RequestMessage>, references: References): RequestParts {
  const fill = (messages: RequestMessage[]) => fillReferences(messages, references);
  const [input] = fill([parts.input]);
  if (!input) throw new Error('A question stays a message.');
  const [own] = parts.own ? fill([parts.own]) : [];
  return { system, earlier: fill(parts.earlier), ...(own && { own }), input, since: fill(parts.since) };
}

function ownToolEvent(slot: Slot, callId: string, event: OwnToolEvent): EventDraft {
  const { toolCallId, tool } = event;
  if (event.type === 'ownTool')
    return { type: 'tool.called', slot, callId, toolCallId, tool, arguments: event.arguments };
  const { result, isError, tookMs } = event;
  return { type: 'tool.finished', slot, callId, toolCallId, tool, result, isError, tookMs };
}

/** A call that waits for a place is seen to wait. */
function waitFor(host: CallHost, call: ActiveCall, because: string | null): void {
  const { slot } = call;
  if (because === null) resumeCall(call);
  else pauseCall(call);
  const state = because === null ? 'thinking' : 'queued';
  host.append({ type: 'agent.state', slot, state, ...(because === null ? {} : { because }) });
}

function tooManySteps(host: CallHost, call: ActiveCall, most: number): void {
  const { slot, callId } = call;
  host.append({ type: 'bound.hit', slot, callId, bound: 'stepsPerCall' });
  const error = { code: 'too_many_steps', message: `The call needed more than ${most} model requests.` };
  host.conclude(call, { type: 'agent.failed', slot, callId, error, retryable: true });
}
