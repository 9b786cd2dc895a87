import { formatBytes, formatSpan } from '@/lib/browser/ui/format';
import type { ContextForm, SharedContext } from '@/lib/protocol/context-event';
import type { Delivery, SharingTotals, Version } from './sharing-log';
import { texts } from './sharing-texts';

const number = new Intl.NumberFormat('en');

/** `1,240 tokens`. */
export function tokenWords(tokens: number): string {
  return texts.tokens(tokens, number.format(tokens));
}

/** `Answer A.2`, `Tools`, `End of call`. */
export function versionWords({ kind, answerId }: Pick<Version, 'kind' | 'answerId'>): string {
  return kind === 'answer' && answerId ? texts.answer(answerId) : texts.kinds[kind];
}

/** Whose and from when, in a sentence: `A’s context at A.2`. */
export function contextName({ slot, kind, answerId }: Pick<Version, 'slot' | 'kind' | 'answerId'>): string {
  if (answerId) return texts.contextAt(slot, answerId);
  return kind === 'tools' ? texts.contextAfterTools(slot) : texts.contextAtEnd(slot);
}

/** A reader is told the same work in one of three forms. */
export const FORM_WORDS: Record<ContextForm, string> = texts.forms;

/** What a context is to its reader: `A’s work behind A.1`. */
export function sharedWords({ kind, from, answerId }: Pick<SharedContext, 'kind' | 'from' | 'answerId'>): string {
  if (kind === 'own') return texts.ownWork;
  if (kind === 'comparison') return texts.allFiles;
  return answerId ? texts.workBehind(from, answerId) : texts.work(from);
}

/** What a receipt gave, at a glance: `A.2, work, 2 notes`. */
export function deliveryWords({ answerIds, noteIds, context }: Delivery): string {
  return [...answerIds, context && texts.workShort[context.kind], noteIds.length > 0 && texts.notes(noteIds.length)]
    .filter(Boolean)
    .join(', ');
}

/** What capturing and delivering took in a run. */
export function totalsWords({ captured, bytes, captureMs, delivered, tokens, deliverMs }: SharingTotals): string {
  return [
    texts.captured(captured, formatBytes(bytes), formatSpan(captureMs)),
    delivered === 0 ? texts.noneDelivered : texts.delivered(delivered, tokenWords(tokens), formatSpan(deliverMs)),
  ].join(' · ');
}
