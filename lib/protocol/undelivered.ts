import { sharingTerms } from './sharing';
import type { Note, RunState } from './state';
import type { AnswerId, Slot } from './team';
import { slotOf } from './update-slot';
import { inReadingOrder } from './voting/ballot';
import { currentAnswers } from './voting/current-answers';

interface News {
  answerIds: AnswerId[];
  steerSeqs: number[];
  noteIds: string[];
}

/**
 * What the slot's next request must newly contain (P12): current answers that its conversation lacks, in the slot's reading
 * order, steering messages by their seq, and notes. The driver writes it as `context.delivered` before it builds the request.
 */
export function undelivered(state: RunState, slot: Slot): News {
  const reader = slotOf(state, slot);
  if (!reader) return { answerIds: [], steerSeqs: [], noteIds: [] };
  const fresh = currentAnswers(state).filter((answer) => !reader.seen.includes(answer.answerId));
  return {
    answerIds: inReadingOrder(state, slot, fresh).map((answer) => answer.answerId),
    steerSeqs: reader.pendingSteers.map((steer) => steer.seq),
    noteIds: newNotes(state, slot, reader.notesUpTo).map((note) => note.noteId),
  };
}

function newNotes(state: RunState, slot: Slot, upTo: number): Note[] {
  const terms = state.notes.length > 0 ? sharingTerms(state.team, slot) : null;
  if (!terms?.include.includes('notes')) return [];
  return state.notes.filter(
    ({ slot: author, to, seq }) => seq > upTo && terms.peers.includes(author) && (to === null || to.includes(slot)),
  );
}
