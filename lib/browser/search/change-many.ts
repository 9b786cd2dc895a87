import { api } from '@/lib/browser/api/api';
import { errorText } from '@/lib/browser/api/api-error';

/** What became of several changes. */
export interface ManyChanged {
  done: Set<string>;
  failed: number;
  /** Of the first that failed; `null` = none. */
  problem: string | null;
}

/** So many requests at once. */
const AT_ONCE = 4;

/** Changes (`null` = deletes) conversations one after the other, a few at a time; one that is refused does not keep the others. */
export async function changeMany(ids: string[], changes: object | null): Promise<ManyChanged> {
  const waiting = [...ids];
  const result: ManyChanged = { done: new Set(), failed: 0, problem: null };
  const work = async () => {
    for (let id = waiting.shift(); id !== undefined; id = waiting.shift()) {
      try {
        await api(changes === null ? 'DELETE' : 'PATCH', `/conversations/${id}`, changes ?? undefined);
        result.done.add(id);
      } catch (error) {
        result.failed += 1;
        result.problem ??= errorText(error);
      }
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return result;
}
