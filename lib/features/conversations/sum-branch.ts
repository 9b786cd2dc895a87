import 'server-only';
import { sumTurns, type TurnSum } from '@/db/queries/conversations/sum-turns';
import type { Actor } from '@/lib/platform/auth/actor';
import type { Branch } from './read-branch';

/** What the ended turns of a branch have used together, those that a page does not show included. */
export function sumBranch(actor: Actor, { turns }: Branch): Promise<TurnSum> {
  return sumTurns(
    actor,
    turns.flatMap(({ answer }) => answer.runId ?? []),
  );
}
