import type { Credentials } from '@/lib/agents/backend';
import { CHARACTERS_PER_TOKEN } from '@/lib/protocol/constants';
import { actionNames } from '@/lib/protocol/decision/action-names';
import { decidesByEvidence } from '@/lib/protocol/decision/decides-by-evidence';
import { isFresh } from '@/lib/protocol/decision/fresh-calls';
import { agentOf as memberOf } from '@/lib/protocol/decision/helpers';
import { renderingOf } from '@/lib/protocol/fit/rendering';
import { shortReferences } from '@/lib/protocol/fit/short-references';
import { fillReferences, type References } from '@/lib/protocol/prompt/fill-references';
import type { RequestMessage, RequestParts } from '@/lib/protocol/prompt-message';
import { sharingTerms } from '@/lib/protocol/sharing';
import type { RunState } from '@/lib/protocol/state';
import type { Slot, TeamAgent } from '@/lib/protocol/team';
import { fittedStep } from '../fit/fitted-step';
import type { EventDraft } from '../log/run-log';
import { offerTools } from '../tools/offer-tools';
import { resumeTools } from '../tools/resume-tools';
import type { ActiveCall, CallHost } from './active-call';
import { answerNews, answerOfferedTool } from './answer-agent';
import { answerRefusal, waitWithOthers } from './answer-refusal';
import { pauseCall, resumeCall } from './call-clock';
import { callFailure, UNEXPECTED_FAILURE } from './call-failure';
import { showWait } from './call-wait';
import { deliverNews } from './deliver-news';
import { giveAttachments } from './give-attachments';
import { concludeCut, judgePresentation } from './judge-presentation';
import { judgeReply } from './judge-reply';
import type { Waited } from './patience';
import { readyRequest } from './ready-request';
import { keepCount } from './request-tokens';
import { type OwnToolEvent, runStep, type StepResult, type StepSink } from './run-step';
import { shareContexts, type TextOf } from './share-contexts';

/** Tokens of a tool call's arguments, about one a piece, between two events that count them against the budget. */
const UNSEEN_PIECES_PER_EVENT = 50;

const NO_TEXTS: TextOf = () => '';

/**
 * Performs a call: step after step until it has acted, presented, failed or been interrupted.
 * @param isResumed the call was begun by a process that is gone, and goes on behind its last reply
 */
export async function runCall(host: CallHost, call: ActiveCall, isResumed = false): Promise<void> {
  const { slot, callId } = call;
  const { signal } = call.controller;
  try {
    let agent = agentOf(host.state, slot);
    const credentials = await host.credentialsFor(agent.backend);
    if (signal.aborted) return;
    if (call.phase !== 'comparison') call.partsOf = await giveAttachments(host, call, agent);
    if (signal.aborted) return;
    // What is asked afresh is judged by what the request says.
    const contexts = isFresh(call.phase) ? null : host.contexts;
    if (!isFresh(call.phase)) call.tools = await offerTools(host, call, agent);
    if (signal.aborted) return;
    if (call.phase === 'presentation' && host.state.presentation?.callId !== callId)
      host.append({ type: 'final.started', slot, callId });
    if (isResumed) await resumeTools(host, call, agent);
    if (signal.aborted) return;
    const most = host.state.team?.limits.stepsPerCall ?? Number.POSITIVE_INFINITY;
    const waited: Waited = { times: 0, ms: 0 };
    for (let steps = 1; !signal.aborted; steps++) {
      if (steps > most) return tooManySteps(host, call, most);
      await waitWithOthers(host, call, agent);
      if (signal.aborted) return;
      deliverNews(host, call);
      if (signal.aborted) return;
      const textOf = contexts ? await shareContexts(host, call, agent, contexts) : NO_TEXTS;
      if (signal.aborted) return;
      let result: StepResult | null;
      try {
        const given = { partsOf: call.partsOf, textOf };
        result = await fittedStep(host, call, agent, credentials, given, step);
      } catch (error) {
        if (signal.aborted) return;
        if (!(await answerRefusal(host, call, agent, error, waited))) throw error;
        agent = agentOf(host.state, slot);
        steps -= 1;
        continue;
      }
      if (!result || signal.aborted) return;
      waited.times = 0;
      waited.ms = 0;
      if (call.phase === 'presentation') await judgePresentation(host, call, agent, result);
      else await judgeReply(host, call, agent, result);
    }
  } catch (error) {
    if (signal.aborted || concludeCut(host, call, error)) return;
    const failure = callFailure(error);
    if (!failure) host.deps.report(error, `A call of slot ${slot} in the run ${host.runId} failed unexpectedly.`);
    host.conclude(call, { type: 'agent.failed', slot, callId, ...(failure ?? UNEXPECTED_FAILURE) });
  }
}

function agentOf(state: RunState, slot: Slot): TeamAgent {
  const agent = memberOf(state, slot);
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
  const sent = readyRequest(host, call, references);
  const { messages } = sent;
  const { parts, ...request } = sent.request;
  const conversation = isFresh(call.phase)
    ? undefined
    : {
        id: host.run.conversationId,
        parts: fillParts(parts, shortReferences(references, renderingOf(host.state, slot))),
        continuedFrom: host.contexts?.continuedFrom(slot) ?? null,
        isShared: call.phase !== 'presentation' && sharingTerms(host.state.team, slot) !== null,
        ...(decidesByEvidence(host.state.team) && { actions: actionNames(host.state.team, 'coordination') }),
        workFolders: host.deps.workFolders,
      };
  const textKind = call.phase === 'presentation' ? 'final' : 'text';
  const limits = host.state.team?.limits;
  const unseen = { counts: (limits?.maxTokens ?? limits?.maxCostUsd ?? null) !== null, tool: '', pieces: 0 };
  call.sent = sent;
  const running = new Set<string>();
  const sink: StepSink = {
    text: (kind, text) => host.delta(slot, callId, kind === 'text' ? textKind : kind, text),
    recast: () => host.append({ type: 'agent.recast', slot, callId }),
    kept: (parts) => host.append({ type: 'reply.kept', slot, callId, parts }),
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
    ownTool: (event) => {
      // A tool that the backend runs may take its time as well.
      if (event.type === 'ownTool') {
        running.add(event.toolCallId);
        pauseCall(call, event.toolCallId);
      } else resumeCall(call, event.toolCallId);
      host.append(ownToolEvent(slot, callId, event));
    },
    approval: (event) => host.approvals.request(host, call, event),
    offeredTool: (event) => void answerOfferedTool(host, call, agent, event),
    news: (event) => void answerNews(host, call, agent, event),
    filesMissing: (message) => host.append({ type: 'context.failed', slot, error: { code: 'files_missing', message } }),
    adapted: (because) => host.append({ type: 'agent.adapted', slot, callId, because }),
    waiting: (because) => showWait(host, call, because),
    activity: (isOutput) => {
      call.lastActivityAt = performance.now();
      call.hasOutput ||= isOutput;
    },
  };
  const { signal } = call.controller;
  call.lastActivityAt = performance.now();
  call.hasOutput = false;
  try {
    return await runStep(
      backend,
      { callId, runId: host.runId, slot, choice: agent.backend, credentials, conversation, ...request, messages },
      signal,
      sink,
    );
  } finally {
    for (const toolCallId of running) resumeCall(call, toolCallId);
  }
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

function tooManySteps(host: CallHost, call: ActiveCall, most: number): void {
  const { slot, callId } = call;
  host.append({ type: 'bound.hit', slot, callId, bound: 'stepsPerCall' });
  const error = { code: 'too_many_steps', message: `The call needed more than ${most} model requests.` };
  host.conclude(call, { type: 'agent.failed', slot, callId, error, retryable: true });
}
