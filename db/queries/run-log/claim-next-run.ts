import { type SQL, sql } from 'drizzle-orm';
import { preparedSql } from '../../prepared';
import type { Db } from '../../types/database';
import { type ClaimedRun, claimedColumns } from './claimed-run';
import { foundRunIs } from './found-run';
import { type LeaseTerms, leaseEnd } from './lease';
import { lockClaims } from './lock-claims';

export interface RunLimits {
  perUser: number;
  perWorkspace: number;
}

export interface Claim {
  run: ClaimedRun | null;
  /** True when it is worth claiming again at once. */
  more: boolean;
  /** False when no run waits, whatever for. */
  isAnyQueued: boolean;
}

/**
 * Takes the oldest queued run whose user and workspace are below their limits and whose earlier turns are over.
 * Claims are made one after the other, so that two processes cannot both take the last free place; a `soleProcess` needs no lock
 * for that.
 */
export async function claimNextRun(db: Db, terms: LeaseTerms, limits: RunLimits, soleProcess = false): Promise<Claim> {
  if (soleProcess) return claim(db, terms, limits);
  if (!(await isAnyQueued(db))) return { run: null, more: false, isAnyQueued: false };
  return db.transaction(async (tx) => {
    await lockClaims(tx);
    return claim(tx, terms, limits);
  });
}

/** Nearly always nothing waits when a run ends; finding that out must not cost a lock. */
async function isAnyQueued(db: Db): Promise<boolean> {
  const { rows } = await db.execute<{ queued: boolean }>(
    sql`select exists (select 1 from run where status = 'queued') as queued`,
  );
  return rows[0]?.queued === true;
}

async function claim(db: Db, terms: LeaseTerms, limits: RunLimits): Promise<Claim> {
  const values = { ...terms, ...limits };
  // Nearly always nothing waits, or the oldest one is alone in its conversation: the walk through a branch costs more than the rest.
  const first = takenOf(await takeOldest(db, values));
  return first.run || !first.isAnyQueued ? first : takenOf(await takeBesideOthers(db, values));
}

type Taken = Partial<ClaimedRun> & { queued: number } & Record<string, unknown>;

function takenOf([row]: Taken[]): Claim {
  const { queued = 0, ...run }: Partial<Taken> = row ?? {};
  // The count is of before: this run is in it.
  const isAnyQueued = queued > (run.id ? 1 : 0);
  return { run: run.id ? (run as ClaimedRun) : null, more: Boolean(run.id) && isAnyQueued, isAnyQueued };
}

const value = (name: keyof LeaseTerms | keyof RunLimits) => sql.placeholder(name);

const takeOldest = preparedSql<Taken>('claim_oldest', () =>
  taking(sql`(${waiting()} limit 1)`, sql`and not exists (${unfinishedBeside(sql`run`)})`),
);

const takeBesideOthers = preparedSql<Taken>('claim_beside_others', () => {
  const freeOfAncestors = sql`and not exists (${unfinishedBeside(sql`q`)} and other.answer_message_id in (
    with recursive path as (
      select m.id, m.parent_id from message m where m.id = q.message_id
      union all
      select m.id, m.parent_id from message m join path on m.id = path.parent_id
    ) select id from path))`;
  return taking(sql`(${waiting(freeOfAncestors)} limit 1)`, sql``);
});

/** One row in any case: how many waited, and the run that was taken, if one was. */
function taking(id: SQL, condition: SQL): SQL {
  return sql`
    with taken as (
      update run set status = 'running', owner = ${value('owner')}, epoch = run.epoch + 1,
        lease_until = ${leaseEnd(value('leaseMs'))}, started_at = now()
      where run.id = ${id} and ${foundRunIs(sql`run`, 'queued')} ${condition}
      returning ${claimedColumns('queued')}
    )
    select (select count(*)::int from run w where w.status = 'queued') as queued, taken.*
    from (select 1) as always left join taken on true`;
}

/** In the order of their making; the limits are checked only until one passes, because counting for each of hundreds would take long. */
function waiting(condition: SQL = sql``): SQL {
  return sql`
    select q.id from (select * from run r where r.status = 'queued' order by r.created_at, r.id offset 0) q
    where true ${condition}
      and (select count(*) from run u where u.created_by = q.created_by and u.status = 'running') < ${value('perUser')}
      and (select count(*) from run w where w.workspace_id = q.workspace_id and w.status = 'running') < ${value('perWorkspace')}`;
}

/** Other runs of the conversation of `of` that are not over. */
function unfinishedBeside(of: SQL): SQL {
  return sql`select 1 from run other where other.conversation_id = ${of}.conversation_id and other.id <> ${of}.id
    and ${foundRunIs(sql`other`, 'queued', 'running')}`;
}
