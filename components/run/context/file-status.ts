import type { ContextChange, FileDiff } from '@/lib/browser/run/contexts';

/** Colour of what became of a file; the word says it too. */
export const FILE_STATUS: Record<(ContextChange | FileDiff)['status'], string> = {
  added: 'text-ok',
  changed: 'text-warn',
  removed: 'text-danger',
};
