import type { RunRecord } from '@/db/queries/runs/find-run';
import type { EventError } from '@/lib/protocol/event';
import { NO_USAGE } from '@/lib/protocol/initial-state';
import type { RunState, Usage, UsageEntry } from '@/lib/protocol/state';
import { type RunDecision, runDecision } from './run-decision';

/** A run as the API answers it. */
export interface RunSummary {
  id: string;
  conversationId: string;
  status: RunRecord['status'];
  slots: { slot: string; name: string; backend: string; model: string; state: string; because: string | null }[];
  answers: { answerId: string; slot: string; content: string }[];
  /** `void` = it counts no more. `answerId` null = abstention. */
  votes: { slot: string; answerId: string | null; reason: string; round: number; void: boolean }[];
  winner: string | null;
  /** Of a team that decides by evidence. */
  decision?: RunDecision;
  final: string | null;
  usage: Omit<Usage, 'costUsd'>;
  costUsd: number | null;
  /** By slot, phase and model. */
  usageBy: UsageEntry[];
  error?: EventError;
}

/** `state` null = nothing has been written to the log yet. */
export function runSummary(run: Omit<RunRecord, 'createdBy' | 'workspaceId'>, state: RunState | null): RunSummary {
  const { costUsd, ...usage } = state?.usage ?? NO_USAGE;
  return {
    id: run.id,
    conversationId: run.conversationId,
    status: run.status,
    slots: (state?.slots ?? []).map(({ slot, state: word, stateBecause }) => {
      const agent = state?.team?.agents.find((candidate) => candidate.slot === slot);
      return {
        slot,
        name: agent?.name ?? slot,
        backend: agent?.backend.type ?? '',
        model: agent?.backend.model ?? '',
        state: word,
        because: stateBecause,
      };
    }),
    answers: (state?.answers ?? []).map(({ answerId, slot, content }) => ({ answerId, slot, content })),
    votes: (state?.votes ?? []).map(({ slot, answerId, reason, round, voidBecause }) => ({
      slot,
      answerId,
      reason,
      round,
      void: voidBecause !== null,
    })),
    // A team of one has no vote: what it wrote is the answer.
    winner: state?.winner?.answerId ?? (state?.status === 'finished' ? (state.final?.answerId ?? null) : null),
    ...decisionIn(state),
    final: state?.final?.text ?? null,
    usage,
    costUsd,
    usageBy: state?.usageBy ?? [],
    ...(state?.error ? { error: state.error } : {}),
  };
}

function decisionIn(state: RunState | null): { decision?: RunDecision } {
  const decision = state && runDecision(state);
  return decision ? { decision } : {};
}
