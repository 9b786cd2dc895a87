import type { TaskKind } from '@/lib/protocol/reliability/kind-of-task';

/** What kinds of task are called. */
export const texts = {
  kinds: {
    code: 'Code',
    mathematics: 'Mathematics',
    choice: 'Multiple choice',
    data: 'Data',
    translation: 'Translation',
    writing: 'Writing',
    facts: 'Facts',
    other: 'Anything else',
  } satisfies Record<TaskKind, string>,
};
