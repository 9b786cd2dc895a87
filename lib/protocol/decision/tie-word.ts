import { EPSILON } from './constants';
import type { DecidedBy } from './decision';
import { bestRank, type Standing } from './standing';

/** Which step of P29's order put the first class before the second. */
export function tieWord(now: Standing): DecidedBy {
  const [first, second] = now.classes;
  if (!first || !second) return 'only answer';
  if (first.support - second.support > EPSILON) return 'support';
  if (bestRank(now, first) !== bestRank(now, second)) return 'reliability';
  if (first.members.length !== second.members.length) return 'most supporters';
  return first.best.answer.version === second.best.answer.version ? 'earliest' : 'fewest versions';
}
