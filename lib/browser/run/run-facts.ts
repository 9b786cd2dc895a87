import { decidesByEvidence } from '@/lib/protocol/decision/decides-by-evidence';
import type { DecidedBy } from '@/lib/protocol/decision/decision';
import type { AgentStateWord, EventError } from '@/lib/protocol/event';
import type { RunState, RunStatus } from '@/lib/protocol/state';
import type { StoredRun } from './stored-run';

export interface SlotFacts {
  slot: string;
  name: string;
  backend: string;
  model: string;
  state: AgentStateWord;
  because: string | null;
}

export interface WinnerFacts {
  answerId: string;
  rule: string;
  tally: Record<string, number>;
  /** Where the team decides by evidence. */
  decidedBy?: DecidedBy | 'person';
}

/** What the strip and the head of the final answer say, the same for a live run and a stored one. */
export interface RunFacts {
  status: RunStatus;
  slots: SlotFacts[];
  answers: number;
  /** Answers that an agent published after reading the others; `null` when not known without the log. */
  revised: number | null;
  votes: number;
  /** Slots that can still vote or have voted. */
  voters: number;
  startedAt: string | null;
  /** `null` while the run goes on. */
  durationMs: number | null;
  tokens: number;
  costUsd: number | null;
  /** `costUsd` is without tokens whose price is not known. */
  unpriced: boolean;
  /** The budget of the run that was used up. */
  spent: 'tokens' | 'money' | null;
  winner: WinnerFacts | null;
  /** The team decides by evidence: there are no votes to count. */
  byEvidence: boolean;
  error: EventError | null;
  /** Some agent is the demo backend. */
  simulated: boolean;
}

const isOver = (status: RunStatus) => status !== 'queued' && status !== 'running';

/** Facts of a run from its folded state. */
export function factsOfState(state: RunState): RunFacts {
  const agents = new Map(state.team?.agents.map((agent) => [agent.slot, agent]));
  const slots = state.slots.map((slot) => {
    const agent = agents.get(slot.slot);
    return {
      slot: slot.slot,
      name: agent?.name ?? slot.slot,
      backend: agent?.backend.type ?? '',
      model: agent?.backend.model ?? '',
      state: slot.state,
      because: slot.stateBecause,
    };
  });
  const valid = new Set(state.votes.filter((vote) => vote.voidBecause === null).map((vote) => vote.slot));
  return {
    status: state.status,
    slots,
    answers: state.answers.length,
    revised: state.answers.filter((answer) => answer.version > 1).length,
    votes: valid.size,
    voters: state.slots.filter((slot) => slot.out === null || valid.has(slot.slot)).length,
    startedAt: state.startedAt,
    durationMs:
      isOver(state.status) && state.startedAt && state.endedAt
        ? Date.parse(state.endedAt) - Date.parse(state.startedAt)
        : null,
    tokens: state.usage.inputTokens + state.usage.outputTokens,
    costUsd: state.usage.costUsd,
    unpriced: state.usage.unpricedTokens > 0,
    spent: spentOf(state.boundsHit.map(({ bound }) => bound)),
    winner: state.winner,
    byEvidence: decidesByEvidence(state.team),
    error: state.error,
    simulated: slots.some((slot) => slot.backend === 'demo'),
  };
}

function winnerOfStored(result: StoredRun['result']): WinnerFacts | null {
  if (!result?.answerId || !result.rule) return null;
  const { answerId, rule, tally, report } = result;
  return {
    answerId,
    rule,
    tally,
    ...(report?.decidedBy && { decidedBy: report.decidedBy as WinnerFacts['decidedBy'] }),
  };
}

function spentOf(bounds: string[]): RunFacts['spent'] {
  if (bounds.includes('maxTokens')) return 'tokens';
  return bounds.includes('maxCostUsd') ? 'money' : null;
}

/** Facts of a run whose log has not been loaded. */
export function factsOfStored(run: StoredRun): RunFacts {
  const { result } = run;
  const slots = (result?.slots ?? []).map((slot) => ({ ...slot, state: slot.state as AgentStateWord, because: null }));
  return {
    status: run.status,
    slots,
    answers: result?.answers ?? 0,
    revised: null,
    votes: result?.votes ?? 0,
    voters: slots.length,
    startedAt: null,
    durationMs: result?.durationMs ?? null,
    tokens: (result?.inputTokens ?? 0) + (result?.outputTokens ?? 0),
    costUsd: result?.costUsd ?? null,
    unpriced: (result?.unpricedTokens ?? 0) > 0,
    spent: spentOf(result?.bounds ?? []),
    winner: winnerOfStored(result),
    byEvidence: result?.report !== undefined,
    error: result?.error ?? null,
    simulated: slots.some((slot) => slot.backend === 'demo'),
  };
}
