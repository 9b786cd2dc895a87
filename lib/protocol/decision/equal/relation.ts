/** What is known of two values. `unknown` costs a comparison, a false `same` costs the right answer. */
export type Relation = 'same' | 'different' | 'unknown';

/** Of the relations of parts: one difference is a difference, one doubt a doubt. */
export function together(parts: Relation[]): Relation {
  if (parts.includes('different')) return 'different';
  return parts.includes('unknown') ? 'unknown' : 'same';
}
