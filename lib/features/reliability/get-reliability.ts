import 'server-only';
import { findLearning } from '@/db/queries/reliability/find-learning';
import { type ObservedRow, selectObserved } from '@/db/queries/reliability/select-observed';
import { texts } from '@/lib/features/texts';
import type { Actor } from '@/lib/platform/auth/actor';
import { AppError } from '@/lib/platform/errors/app-error';
import { isTaskKind, type TaskKind } from '@/lib/protocol/reliability/kind-of-task';
import { learnedRate, type ObservedCounts, uncertainty } from '@/lib/protocol/reliability/learned-rate';

/** How often a model was right, on one kind of task or, with `kind` null, on all. */
export interface ModelReliability {
  backend: string;
  model: string;
  kind: TaskKind | null;
  /** `null` = too little is known. */
  rate: number | null;
  /** The true rate is most likely no further away than this. */
  uncertainty: number | null;
  runs: number;
  choices: number;
  checks: number;
  agreements: number;
}

export interface Reliability {
  isOn: boolean;
  items: ModelReliability[];
}

/** What a workspace has learned of its models (P31). Throws `not_found` for strangers. */
export async function getReliability(actor: Actor, workspaceId: string): Promise<Reliability> {
  const learning = await findLearning(actor, workspaceId, 'reliability.read');
  if (!learning) throw new AppError('not_found', texts.noWorkspace);
  const rows = await selectObserved(actor, workspaceId);
  const models = Map.groupBy(rows, ({ backend, model }) => `${backend} ${model}`);
  return { isOn: learning.isOn, items: [...models.values()].flatMap(reliabilityOf) };
}

/** A model on all kinds of task, and behind that on each. */
function reliabilityOf(rows: ObservedRow[]): ModelReliability[] {
  const observed = rows.flatMap(({ kind, count, weight, right }): ObservedCounts[] =>
    isTaskKind(kind) ? [{ kind, count, weight, right }] : [],
  );
  const lines = rows.flatMap((row) => (isTaskKind(row.kind) ? [lineOf([row], row.kind, observed)] : []));
  return [lineOf(rows, null, observed), ...lines];
}

function lineOf(rows: ObservedRow[], kind: TaskKind | null, observed: ObservedCounts[]): ModelReliability {
  const [first] = rows;
  const rate = learnedRate(observed, kind);
  const sum = (of: (row: ObservedRow) => number) => rows.reduce((total, row) => total + of(row), 0);
  return {
    backend: first?.backend ?? '',
    model: first?.model ?? '',
    kind,
    rate: rate?.rate ?? null,
    uncertainty: rate && uncertainty(rate),
    runs: sum(({ count }) => count),
    choices: sum(({ choices }) => choices),
    checks: sum(({ checks }) => checks),
    agreements: sum(({ agreements }) => agreements),
  };
}
