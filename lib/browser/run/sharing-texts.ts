import { plural } from '@/lib/browser/ui/format';

/** What is said of contexts that agents share. */
export const texts = {
  ownWork: 'its own work from the previous turn',
  allFiles: 'the files of all agents, side by side',
  tokens: (count: number, shown: string) => `${shown} ${count === 1 ? 'token' : 'tokens'}`,
  kinds: { answer: 'Answer', tools: 'Tools', call: 'End of call' },
  answer: (answerId: string) => `Answer ${answerId}`,
  contextAt: (slot: string, answerId: string) => `${slot}’s context at ${answerId}`,
  contextAfterTools: (slot: string) => `${slot}’s context after its tools`,
  contextAtEnd: (slot: string) => `${slot}’s context at the end of a call`,
  forms: { full: 'in full', structured: 'structured', text: 'as text' },
  workBehind: (slot: string, answerId: string) => `${slot}’s work behind ${answerId}`,
  work: (slot: string) => `${slot}’s work`,
  workShort: { peer: 'work', own: 'own work', comparison: 'all files' },
  notes: (count: number) => plural(count, 'note'),
  captured: (snapshots: number, bytes: string, span: string) =>
    `Captured ${plural(snapshots, 'snapshot')}: ${bytes} in ${span}`,
  noneDelivered: 'none delivered',
  delivered: (contexts: number, tokens: string, span: string) =>
    `delivered ${plural(contexts, 'context')}: ${tokens} in ${span}`,
};
