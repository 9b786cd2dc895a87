import { MAX_NOTE_CHARACTERS, MAX_NOTES_PER_SLOT } from './board-tools';
import type { NotePosted } from './context-event';
import type { RunState } from './state';
import type { Slot } from './team';

export type NoteVerdict = { event: NotePosted; result: string } | { refused: string };

/** Judges a call of `post_note`: a slot has so many notes a run, so that agents cannot answer one another for ever. */
export function judgeNote(state: RunState, slot: Slot, callId: string, args: unknown): NoteVerdict {
  const { text, to } = (typeof args === 'object' && args !== null ? args : {}) as Record<string, unknown>;
  const own = state.notes.filter((note) => note.slot === slot);
  if (own.length >= MAX_NOTES_PER_SLOT)
    return { refused: `You have used your ${MAX_NOTES_PER_SLOT} notes of this run. Say it in your answer.` };
  if (typeof text !== 'string' || text.trim() === '')
    return { refused: 'post_note needs "text": what you want to say.' };
  if (text.length > MAX_NOTE_CHARACTERS)
    return { refused: `A note has at most ${MAX_NOTE_CHARACTERS} characters; this one has ${text.length}.` };
  if (own.some((note) => note.text === text)) return { refused: 'You have posted this note already.' };
  const others = state.slots.map((other) => other.slot).filter((other) => other !== slot);
  const known = to === undefined || (Array.isArray(to) && to.length > 0 && to.every((one) => others.includes(one)));
  if (!known) return { refused: `"to" must name agents among: ${others.join(', ')}. Leave it out to tell all.` };
  const noteId = `${slot}-n${own.length + 1}`;
  const recipients = to === undefined ? {} : { to: [...new Set(to as Slot[])] };
  return {
    event: { type: 'note.posted', slot, callId, noteId, text, ...recipients },
    result: `Posted as ${noteId}. The others get it at their next step.`,
  };
}
