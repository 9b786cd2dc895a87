import type { LogBatch } from '@/db/queries/run-log/commit-batches';
import type { RunResult, RunUsage } from '@/db/types/run-result';
import type { ContextTotals } from '@/lib/protocol/context-state';
import { runReport } from '@/lib/protocol/decision/run-report';
import { kindOfTask } from '@/lib/protocol/reliability/kind-of-task';
import { observationsOf } from '@/lib/protocol/reliability/observations-of';
import type { RunState, UsageEntry } from '@/lib/protocol/state';

/** What is stored with the terminal event; `null` while the run goes on. */
export function endOf(state: RunState): LogBatch['end'] {
  if (state.status === 'queued' || state.status === 'running') return null;
  return { status: state.status, result: resultOf(state), final: storable(state.final?.text ?? null) };
}

function resultOf(state: RunState): RunResult {
  const { startedAt, endedAt, usage, winner, final, error } = state;
  const report = runReport(state);
  const observations = state.status === 'finished' ? observationsOf(state) : [];
  return {
    final: storable(final?.text ?? null),
    answerId: final?.answerId ?? null,
    presented: final?.presented ?? false,
    ...(final?.cut && { cut: storable(final.cut) ?? '' }),
    rule: winner?.rule ?? null,
    tally: winner?.tally ?? {},
    error: error && { code: error.code, message: storable(error.message) ?? '' },
    slots: state.slots.map(({ slot, state: word }) => {
      const agent = state.team?.agents.find((candidate) => candidate.slot === slot);
      return {
        slot,
        name: agent?.name ?? slot,
        backend: agent?.backend.type ?? '',
        model: agent?.backend.model ?? '',
        state: word,
      };
    }),
    answers: state.answers.length,
    votes: state.votes.filter((vote) => vote.voidBecause === null).length,
    durationMs: startedAt && endedAt ? Date.parse(endedAt) - Date.parse(startedAt) : 0,
    inputTokens: usage.inputTokens,
    outputTokens: usage.outputTokens,
    costUsd: usage.costUsd,
    unpricedTokens: usage.unpricedTokens,
    usage: state.usageBy.map(storableUsage),
    bounds: [...new Set(state.boundsHit.map(({ bound }) => bound))],
    ...(state.contextTotals && { context: sharingOf(state.contextTotals) }),
    ...(report && { report, kind: kindOfTask(state.input) }),
    ...(observations.length > 0 && { observations }),
  };
}

function sharingOf({ deliveries, deliveredTokens: tokens, deliverMs, failures }: ContextTotals): RunResult['context'] {
  return { deliveries, tokens, deliverMs, failures };
}

/** A backend's figures are what its provider said; the table takes whole numbers only. */
function storableUsage(entry: UsageEntry): RunUsage {
  const whole = (value: number) => (Number.isFinite(value) ? Math.max(0, Math.round(value)) : 0);
  return {
    ...entry,
    model: storable(entry.model) ?? '',
    inputTokens: whole(entry.inputTokens),
    outputTokens: whole(entry.outputTokens),
    cachedTokens: whole(entry.cachedTokens),
    reasoningTokens: whole(entry.reasoningTokens),
    unpricedTokens: whole(entry.unpricedTokens),
    estimatedTokens: whole(entry.estimatedTokens),
  };
}

/** JSON columns cannot hold NUL or halves of characters, which a model may well write. */
function storable(text: string | null): string | null {
  return text === null ? null : text.replaceAll('\0', '').toWellFormed();
}
