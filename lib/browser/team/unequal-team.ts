import type { ModelReliability } from '../reliability/model-reliability';
import type { TeamDraft } from './team-draft';

/** An agent that is right far more often than another one of its team, as far as is known. */
export interface UnequalPair {
  better: { slot: string; rate: number };
  worse: { slot: string; rate: number };
}

/** The best and the worst of a team, where what is known of them leaves no doubt that they differ; else `null`. */
export function unequalPair({ agents }: TeamDraft, known: ModelReliability[]): UnequalPair | null {
  const rated = agents.flatMap(({ slot = '', backend }) => {
    const found = known.find(
      ({ kind, ...row }) => kind === null && row.backend === backend.type && row.model === backend.model,
    );
    return found?.rate == null ? [] : [{ slot, rate: found.rate, uncertainty: found.uncertainty ?? 1 }];
  });
  const [best] = rated.toSorted((a, b) => b.rate - b.uncertainty - (a.rate - a.uncertainty));
  const [worst] = rated.toSorted((a, b) => a.rate + a.uncertainty - (b.rate + b.uncertainty));
  if (!best || !worst || best.rate - best.uncertainty <= worst.rate + worst.uncertainty) return null;
  return { better: { slot: best.slot, rate: best.rate }, worse: { slot: worst.slot, rate: worst.rate } };
}
