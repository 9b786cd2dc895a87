import type { VoteVoided } from '../event';
import type { Answer, RunState, Vote } from '../state';
import { slotOf } from '../update-slot';
import { validVotes } from './valid-votes';

/**
 * Votes that no longer count and are not marked yet (P8). `all`: any answer published after the vote voids it; `superseded`:
 * only a newer version of the answer it names. A person's steering voids the votes of the slots it is for: they look again.
 */
export function voidedVotes(state: RunState): VoteVoided[] {
  if (state.phase === 'presenting') return [];
  return validVotes(state).flatMap<VoteVoided>((vote) => {
    const because = reason(state, vote);
    if (because === null) return [];
    return [{ type: 'vote.voided', slot: vote.slot, answerId: vote.answerId, voteSeq: vote.seq, because }];
  });
}

function reason(state: RunState, vote: Vote): string | null {
  const newer = state.answers.find((answer) => answer.seq > vote.seq && isReplacedBy(state, vote, answer));
  if (newer) return `${newer.slot} published ${newer.answerId}`;
  const voter = slotOf(state, vote.slot);
  if (voter?.out === null && voter.pendingSteers.length > 0) return 'a person steered';
  return null;
}

function isReplacedBy(state: RunState, vote: Vote, answer: Answer): boolean {
  if (state.team?.coordination.voidVotes !== 'superseded') return true;
  const named = vote.ranking ?? (vote.answerId === null ? [] : [vote.answerId]);
  return named.some((answerId) => answerId.startsWith(`${answer.slot}.`));
}
