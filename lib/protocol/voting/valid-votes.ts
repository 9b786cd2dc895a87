import type { RunState, Vote } from '../state';
import type { Slot } from '../team';

/** The votes that count: at most one a slot (P8). Abstentions are among them. */
export function validVotes(state: RunState): Vote[] {
  return state.votes.filter((vote) => vote.voidBecause === null);
}

/** The slot's vote that counts, if it has one. */
export function validVoteOf(state: RunState, slot: Slot): Vote | undefined {
  return state.votes.findLast((vote) => vote.slot === slot && vote.voidBecause === null);
}
