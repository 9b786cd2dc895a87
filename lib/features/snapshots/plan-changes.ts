import type { PlanEntry } from '@/lib/context-sharing/context';

/** An entry of a task list that is not as it was. */
export interface PlanChange {
  id: string;
  text: string;
  /** `null` = it was not there. */
  from: PlanEntry['status'] | null;
  /** `null` = it is not there any more. */
  to: PlanEntry['status'] | null;
}

/** What differs between two states of a task list, in the order of the later one. */
export function planChanges(before: PlanEntry[], after: PlanEntry[]): PlanChange[] {
  const old = new Map(before.map((entry) => [entry.id, entry]));
  const kept = new Set(after.map(({ id }) => id));
  const changed = after.flatMap(({ id, text, status }) => {
    const was = old.get(id);
    return was?.status === status && was.text === text ? [] : [{ id, text, from: was?.status ?? null, to: status }];
  });
  const gone = before.filter(({ id }) => !kept.has(id));
  return [...changed, ...gone.map(({ id, text, status }) => ({ id, text, from: status, to: null }))];
}
