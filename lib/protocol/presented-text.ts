import type { RunState } from './state';

/** What a presentation has come to: its text, or where it has none yet what it said before it used tools. Nothing that was written is lost. */
export function presentedText({ presentation }: RunState): string {
  if (!presentation) return '';
  return presentation.text.trim() === '' ? (presentation.working ?? '') : presentation.text;
}
