import type { TaskKind } from '@/lib/protocol/reliability/kind-of-task';

/** How often a model was right, on one kind of task or, with `kind` null, on all. */
export interface ModelReliability {
  backend: string;
  model: string;
  kind: TaskKind | null;
  /** `null` = too little is known. */
  rate: number | null;
  uncertainty: number | null;
  runs: number;
  choices: number;
  checks: number;
  agreements: number;
}
