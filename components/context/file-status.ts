import type { ContextChange } from '@/lib/client/contexts';

/** Colour of what became of a file; the word says it too. */
export const FILE_STATUS: Record<ContextChange['status'], string> = {
  added: 'text-ok',
  changed: 'text-warn',
  deleted: 'text-danger',
};
