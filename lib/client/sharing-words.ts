import type { ContextForm, SharedContext, SnapshotKind } from '../protocol/context-event';
import { formatBytes, formatSpan, plural } from './format';
import type { Delivery, SharingTotals, Version } from './sharing-log';

const number = new Intl.NumberFormat('en');

/** `1,240 tokens`. */
export function tokenWords(tokens: number): string {
  return `${number.format(tokens)} ${tokens === 1 ? 'token' : 'tokens'}`;
}

const KIND: Record<SnapshotKind, string> = { answer: 'Answer', tools: 'Tools', call: 'End of call' };

/** `Answer A.2`, `Tools`, `End of call`. */
export function versionWords({ kind, answerId }: Pick<Version, 'kind' | 'answerId'>): string {
  return kind === 'answer' && answerId ? `Answer ${answerId}` : KIND[kind];
}

/** Whose and from when, in a sentence: `A’s context at A.2`. */
export function contextName({ slot, kind, answerId }: Pick<Version, 'slot' | 'kind' | 'answerId'>): string {
  if (answerId) return `${slot}’s context at ${answerId}`;
  return `${slot}’s context ${kind === 'tools' ? 'after its tools' : 'at the end of a call'}`;
}

/** A reader is told the same work in one of three forms. */
export const FORM_WORDS: Record<ContextForm, string> = {
  full: 'in full',
  structured: 'structured',
  text: 'as text',
};

/** What a context is to its reader: `A’s work behind A.1`. */
export function sharedWords({ kind, from, answerId }: Pick<SharedContext, 'kind' | 'from' | 'answerId'>): string {
  if (kind === 'own') return 'its own work of the turn before';
  if (kind === 'comparison') return 'the files of all, side by side';
  return answerId ? `${from}’s work behind ${answerId}` : `${from}’s work`;
}

/** What a receipt gave, at a glance: `A.2, work, 2 notes`. */
export function deliveryWords({ answerIds, noteIds, context }: Delivery): string {
  const work = { peer: 'work', own: 'own work', comparison: 'all files' };
  return [...answerIds, context && work[context.kind], noteIds.length > 0 && plural(noteIds.length, 'note')]
    .filter(Boolean)
    .join(', ');
}

/** What capturing and delivering took in a run. */
export function totalsWords({ captured, bytes, captureMs, delivered, tokens, deliverMs }: SharingTotals): string {
  return [
    `Captured ${plural(captured, 'snapshot')}: ${formatBytes(bytes)} in ${formatSpan(captureMs)}`,
    `delivered ${delivered === 1 ? '1 context' : `${delivered} contexts`}: ${tokenWords(tokens)} in ${formatSpan(deliverMs)}`,
  ].join(' · ');
}
