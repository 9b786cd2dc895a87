import type { ClaimedRun } from '@/db/queries/run-log/claimed-run';
import { readObserved } from '@/db/queries/run-log/read-observed';
import type { Db } from '@/db/types/database';
import { decidesByEvidence } from '@/lib/protocol/decision/decides-by-evidence';
import { isTaskKind, kindOfTask } from '@/lib/protocol/reliability/kind-of-task';
import { learnedRate } from '@/lib/protocol/reliability/learned-rate';
import type { LoggedRates } from '@/lib/protocol/reliability/logged-rates';
import type { Team } from '@/lib/protocol/team';

/** What is known of the team's members on this kind of task (P31); empty where nothing is, or where it would not be used. */
export async function learnedRates(db: Db, run: ClaimedRun, team: Team, question: string): Promise<LoggedRates> {
  if (!decidesByEvidence(team)) return {};
  const models = [...new Set(team.agents.map(({ backend }) => backend.model))];
  const observed = await readObserved(db, run.workspaceId, models);
  const kind = kindOfTask(question);
  const rates: LoggedRates = {};
  for (const { slot, backend } of team.agents) {
    const own = observed.flatMap(({ kind, ...row }) =>
      row.backend === backend.type && row.model === backend.model && isTaskKind(kind) ? [{ ...row, kind }] : [],
    );
    const rate = learnedRate(own, kind);
    if (rate) rates[slot] = { ...rate, backend: backend.type, model: backend.model };
  }
  return rates;
}
