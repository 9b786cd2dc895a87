import { eq, sql } from 'drizzle-orm';
import { getDb } from '../../client';
import { liveSpending } from '../../schema/usage';
import type { Spent } from './spent-since';

export interface LiveSpending extends Spent {
  runId: string;
  workspaceId: string;
  userId: string;
}

/** Writes what runs that go on have used so far. One that has been deleted meanwhile is left out. */
export async function storeLiveSpending(runs: LiveSpending[]): Promise<void> {
  if (runs.length === 0) return;
  const list = <T>(of: (run: LiveSpending) => T) => sql.param(runs.map(of));
  await (await getDb()).execute(sql`
    insert into live_spending (run_id, workspace_id, user_id, cost_usd, unpriced_tokens)
    select run.id, given.workspace_id, given.user_id, given.cost_usd, given.unpriced_tokens
    from unnest(
      ${list(({ runId }) => runId)}::uuid[], ${list(({ workspaceId }) => workspaceId)}::uuid[], ${list(({ userId }) => userId)}::uuid[],
      ${list(({ costUsd }) => costUsd)}::double precision[], ${list(({ unpricedTokens }) => unpricedTokens)}::bigint[]
    ) as given(run_id, workspace_id, user_id, cost_usd, unpriced_tokens)
    join run on run.id = given.run_id
    join "user" on "user".id = given.user_id
    order by run.id
    on conflict (run_id) do update set cost_usd = excluded.cost_usd, unpriced_tokens = excluded.unpriced_tokens
  `);
}

/** Forgets a run that is over: what it has used stands in `usage_entry`. */
export async function deleteLiveSpending(runId: string): Promise<void> {
  await (await getDb()).delete(liveSpending).where(eq(liveSpending.runId, runId));
}
