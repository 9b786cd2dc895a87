import { decidesByEvidence } from './decision/decides-by-evidence';
import type { AnswerPosted, EventStamp, VoteCast, VoteVoided, WinnerChosen } from './event';
import { merge } from './evolve-content';
import type { Answer, RunState, Vote } from './state';
import type { Slot } from './team';
import { slotOf, updateSlot } from './update-slot';

type VotingEvent = EventStamp & (AnswerPosted | VoteCast | VoteVoided | WinnerChosen);

/** Answers, votes and the winner. */
export function evolveVoting(state: RunState, event: VotingEvent): RunState {
  switch (event.type) {
    case 'answer.posted': {
      const answer: Answer = {
        answerId: event.answerId,
        slot: event.slot,
        version: Number(event.answerId.slice(event.answerId.lastIndexOf('.') + 1)),
        content: event.content,
        seq: event.seq,
        at: event.at,
        ...(decidesByEvidence(state.team) && shownTo(state, event.slot)),
      };
      return updateSlot({ ...toCoordination(state), answers: [...state.answers, answer] }, event.slot, (slot) => ({
        ...slot,
        acted: true,
        seen: merge(slot.seen, [event.answerId]),
      }));
    }
    case 'vote.cast': {
      const { slot, answerId, reason, round, seq, ranking } = event;
      const vote: Vote = { slot, answerId, reason, round, seq, voidBecause: null, ...(ranking && { ranking }) };
      // A later vote of the slot, in the run-off for example, replaces its earlier one (P10).
      const votes = state.votes.map((earlier) =>
        earlier.slot === slot && earlier.voidBecause === null
          ? { ...earlier, voidBecause: 'replaced by a later vote' }
          : earlier,
      );
      return updateSlot({ ...state, votes: [...votes, vote] }, slot, (voter) => ({ ...voter, acted: true }));
    }
    case 'vote.voided': {
      const votes = state.votes.map((vote) =>
        vote.seq === event.voteSeq ? { ...vote, voidBecause: event.because } : vote,
      );
      return { ...toCoordination(state), votes };
    }
    case 'winner.chosen': {
      const { answerId, rule, tally, decidedBy } = event;
      return {
        ...state,
        phase: 'presenting',
        winner: { answerId, rule, tally, seq: event.seq, ...(decidedBy && { decidedBy }) },
        presentation: null,
        presentationFailures: 0,
      };
    }
  }
}

/** Whatever changes the answers or takes a vote away ends a run-off: the tie it was about is gone. */
function toCoordination(state: RunState): RunState {
  return state.phase === 'runoff' ? { ...state, phase: 'coordinating', runoff: null } : state;
}

/** What of others the slot has been shown so far: answers, work behind answers, notes. */
function shownTo(state: RunState, slot: Slot): Pick<Answer, 'shown' | 'shownNotes'> {
  const author = slotOf(state, slot);
  const items = author?.items ?? [];
  const contexts = items.flatMap((item) => (item.kind === 'delivered' ? (item.contexts ?? []) : []));
  const behind = contexts.flatMap(({ answerId, kind }) => (kind === 'peer' && answerId !== null ? [answerId] : []));
  const answers = items.flatMap((item) => (item.kind === 'delivered' ? item.answerIds : []));
  const shown = [...new Set([...answers, ...behind])].filter((id) => !id.startsWith(`${slot}.`));
  const shownNotes = items.flatMap((item) => (item.kind === 'delivered' ? (item.noteIds ?? []) : []));
  return { ...(shown.length > 0 && { shown }), ...(shownNotes.length > 0 && { shownNotes }) };
}
