import type { CallOutcome, CallPhase, RunEvent, UsageReported } from '@/lib/protocol/event';
import { isAction } from '@/lib/protocol/workflow-tools';

/** A span on the run's time axis, in milliseconds since its start. */
interface Span {
  from: number;
  /** `null` while it goes on. */
  to: number | null;
}

export interface FlameCall extends Span {
  callId: string;
  phase: CallPhase;
  tools: (Span & { tool: string })[];
  /** `null` while it goes on and when it failed. */
  outcome: CallOutcome | null;
  inputTokens: number;
  outputTokens: number;
  cachedTokens: number;
  reasoningTokens: number;
  costUsd: number | null;
  /** Some of the tokens have no known price. */
  unpriced: boolean;
  estimated: boolean;
}

export interface FlameLane {
  slot: string;
  calls: FlameCall[];
  /** Milliseconds in calls without a tool at work, with one, and outside of calls. */
  modelMs: number;
  toolMs: number;
  waitingMs: number;
}

export interface Flame {
  /** Length of the axis in milliseconds, at least 1. */
  length: number;
  lanes: FlameLane[];
}

/** Where the time of a run went: a lane per agent, its calls and their tools, from the events alone. */
export function flameOf(events: RunEvent[]): Flame {
  const start = Date.parse(events[0]?.at ?? '');
  const at = (event: RunEvent) => Date.parse(event.at) - start;
  const last = events.at(-1);
  const length = Math.max(1, last ? at(last) : 1);
  const lanes = new Map<string, FlameCall[]>();
  const calls = new Map<string, FlameCall>();

  for (const event of events) {
    switch (event.type) {
      case 'run.started':
        for (const { slot } of event.team.agents) lanes.set(slot, []);
        break;
      case 'agent.started': {
        const call = newCall(event.callId, event.phase, at(event));
        calls.set(event.callId, call);
        lanes.get(event.slot)?.push(call);
        break;
      }
      case 'agent.finished':
      case 'agent.failed':
        if (event.callId) end(calls.get(event.callId), at(event), event.type === 'agent.failed' ? null : event.outcome);
        break;
      case 'run.resumed':
        for (const callId of event.abandonedCalls) end(calls.get(callId), at(event), 'abandoned');
        break;
      case 'tool.called':
        if (!isAction(event)) {
          calls.get(event.callId)?.tools.push({ tool: event.tool, from: at(event), to: null });
        }
        break;
      case 'tool.finished': {
        const tool = calls.get(event.callId)?.tools.find((one) => one.tool === event.tool && one.to === null);
        if (tool) tool.to = at(event);
        break;
      }
      case 'usage':
        count(calls.get(event.callId), event);
        break;
      case 'run.finished':
      case 'run.stopped':
      case 'run.failed':
        for (const call of calls.values()) end(call, at(event), 'stopped');
        break;
    }
  }
  return { length, lanes: [...lanes].map(([slot, of]) => laneOf(slot, of, length)) };
}

function newCall(callId: string, phase: CallPhase, from: number): FlameCall {
  const none = { inputTokens: 0, outputTokens: 0, cachedTokens: 0, reasoningTokens: 0 };
  return {
    callId,
    phase,
    from,
    to: null,
    tools: [],
    outcome: null,
    ...none,
    costUsd: null,
    unpriced: false,
    estimated: false,
  };
}

function end(call: FlameCall | undefined, at: number, outcome: CallOutcome | null): void {
  if (!call || call.to !== null) return;
  call.to = at;
  call.outcome = outcome;
  for (const tool of call.tools) tool.to ??= at;
}

function count(call: FlameCall | undefined, usage: UsageReported): void {
  if (!call) return;
  call.inputTokens += usage.inputTokens;
  call.outputTokens += usage.outputTokens;
  call.cachedTokens += usage.cachedTokens;
  call.reasoningTokens += usage.reasoningTokens;
  if (usage.costUsd === null) call.unpriced = true;
  else call.costUsd = (call.costUsd ?? 0) + usage.costUsd;
  call.estimated ||= usage.estimated === true;
}

function laneOf(slot: string, calls: FlameCall[], length: number): FlameLane {
  const callMs = calls.reduce((sum, call) => sum + (call.to ?? length) - call.from, 0);
  const toolMs = calls.reduce((sum, call) => sum + covered(call.tools, call.to ?? length), 0);
  return { slot, calls, toolMs, modelMs: callMs - toolMs, waitingMs: Math.max(0, length - callMs) };
}

/** Milliseconds that these spans cover; tools that run side by side count once. */
function covered(spans: Span[], open: number): number {
  let total = 0;
  let reached = 0;
  for (const { from, to } of spans.toSorted((a, b) => a.from - b.from)) {
    const until = to ?? open;
    total += Math.max(0, until - Math.max(from, reached));
    reached = Math.max(reached, until);
  }
  return total;
}
