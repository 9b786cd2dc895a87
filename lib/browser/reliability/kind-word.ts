import type { TaskKind } from '@/lib/protocol/reliability/kind-of-task';
import { texts } from './texts';

/** A kind of task in words. */
export function kindWord(kind: TaskKind): string {
  return texts.kinds[kind];
}
