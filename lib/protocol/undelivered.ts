import { answerToMend } from './decision/checks/answer-to-mend';
import { decidesByEvidence } from './decision/decides-by-evidence';
import { isFresh } from './decision/fresh-calls';
import { sharingTerms } from './sharing';
import type { Answer, Note, RunState } from './state';
import type { AnswerId, Slot } from './team';
import { slotOf } from './update-slot';
import { inReadingOrder } from './voting/ballot';
import { currentAnswers } from './voting/current-answers';

interface News {
  answerIds: AnswerId[];
  steerSeqs: number[];
  noteIds: string[];
  /** Its own answer, of which it has not heard yet that it fails a check; absent = none. */
  checked?: AnswerId;
}

const NOTHING_NEW: News = { answerIds: [], steerSeqs: [], noteIds: [] };

/**
 * What the slot's next request must newly contain (P12): current answers that its conversation lacks, in the slot's reading
 * order, steering messages by their seq, and notes. The driver writes it as `context.delivered` before it builds the request.
 */
export function undelivered(state: RunState, slot: Slot): News {
  const reader = slotOf(state, slot);
  if (!reader || (reader.call && isFresh(reader.call.phase))) return NOTHING_NEW;
  const checked = state.phase === 'presenting' ? undefined : answerToMend(state, reader);
  const fresh = readableAnswers(state, slot).filter((answer) => !reader.seen.includes(answer.answerId));
  return {
    answerIds: inReadingOrder(state, slot, fresh).map((answer) => answer.answerId),
    steerSeqs: reader.pendingSteers.map((steer) => steer.seq),
    noteIds: newNotes(state, slot, reader.notesUpTo).map((note) => note.noteId),
    ...(checked && { checked }),
  };
}

/**
 * The current answers that the slot may read. Where the team decides by evidence, those that it has been shown, its own among them, and those
 * that its call shows it; the presenter reads everything.
 */
export function readableAnswers(state: RunState, slot: Slot): Answer[] {
  const current = currentAnswers(state);
  const reader = slotOf(state, slot);
  if (!decidesByEvidence(state.team) || state.phase === 'presenting') return current;
  const known = [...(reader?.seen ?? []), ...(reader?.call?.lines ?? [])];
  return current.filter(({ answerId }) => known.includes(answerId));
}

function newNotes(state: RunState, slot: Slot, upTo: number): Note[] {
  const terms = state.notes.length > 0 ? sharingTerms(state.team, slot) : null;
  if (!terms?.include.includes('notes')) return [];
  return state.notes.filter(
    ({ slot: author, to, seq }) => seq > upTo && terms.peers.includes(author) && (to === null || to.includes(slot)),
  );
}
