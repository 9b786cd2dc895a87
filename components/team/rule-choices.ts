interface RuleChoice {
  key: string;
  label: string;
  hint?: string;
  /** The first is the default. */
  options: [value: string, name: string][];
}

/** Choices of a team's coordination. */
export const COORDINATION_CHOICES: RuleChoice[] = [
  {
    key: 'voteRule',
    label: 'Vote rule',
    options: [
      ['plurality', 'Most votes'],
      ['weighted', 'Weighted votes'],
      ['human', 'I choose'],
    ],
  },
  {
    key: 'voidVotes',
    label: 'When a new answer appears',
    options: [
      ['all', 'All votes are void, everybody looks again'],
      ['superseded', 'Only votes for the replaced version are void'],
    ],
  },
  {
    key: 'novelty',
    label: 'Novelty of a new answer',
    options: [
      ['lenient', 'Any change'],
      ['balanced', 'Clearly different'],
      ['strict', 'Very different'],
    ],
  },
];

/** Bounds of a run; the placeholder is the default. */
export const LIMIT_FIELDS = [
  { key: 'turnSeconds', label: 'Time per turn (s)', placeholder: '1800' },
  { key: 'callSeconds', label: 'Time per call (s)', placeholder: '600' },
  { key: 'idleSeconds', label: 'Silence per call (s)', placeholder: '120' },
  { key: 'maxTokens', label: 'Tokens per run', placeholder: 'no limit' },
  { key: 'maxCostUsd', label: 'Cost per run ($)', placeholder: 'no limit' },
  { key: 'callsPerAgent', label: 'Calls per agent', placeholder: '30' },
];
