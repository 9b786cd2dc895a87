import { texts } from './texts';

export interface RuleChoice {
  key: string;
  label: string;
  hint?: string;
  /** The first is the default. */
  options: [value: string, name: string][];
}

export const DECISION_CHOICE: RuleChoice = {
  key: 'decision',
  label: texts.decision,
  options: [
    ['votes', texts.byVotes],
    ['evidence', texts.byEvidence],
  ],
};

/** What each costs was measured on teams of three: docs/decisions.md. */
export const EVIDENCE_CHOICES: RuleChoice[] = [
  {
    key: 'depth',
    label: texts.depth,
    hint: texts.depthHint,
    options: [
      ['all', texts.depthAll],
      ['auto', texts.depthAuto],
    ],
  },
  {
    key: 'ballots',
    label: texts.ballots,
    hint: texts.ballotsHint,
    options: [
      ['undecided', texts.ballotsUndecided],
      ['never', texts.ballotsNever],
    ],
  },
];

/** Of a team whose agents have tools of servers. */
export const SIDE_EFFECTS_CHOICE: RuleChoice = {
  key: 'sideEffects',
  label: texts.sideEffects,
  hint: texts.sideEffectsHint,
  options: [
    ['final', texts.sideEffectsFinal],
    ['ask', texts.sideEffectsAsk],
    ['allow', texts.sideEffectsAllow],
  ],
};

/** Choices of a team that decides by votes. */
export const VOTING_CHOICES: RuleChoice[] = [
  {
    key: 'voteRule',
    label: texts.voteRule,
    options: [
      ['plurality', texts.plurality],
      ['weighted', texts.weighted],
      ['borda', texts.borda],
      ['judge', texts.byJudge],
      ['human', texts.human],
    ],
  },
  {
    key: 'voidVotes',
    label: texts.newAnswer,
    options: [
      ['all', texts.voidAll],
      ['superseded', texts.voidSuperseded],
    ],
  },
];

/** Of every team. */
export const NOVELTY_CHOICE: RuleChoice = {
  key: 'novelty',
  label: texts.novelty,
  options: [
    ['lenient', texts.lenient],
    ['balanced', texts.balanced],
    ['strict', texts.strict],
  ],
};

/** Bounds of a run; the placeholder is the default. */
export const LIMIT_FIELDS = [
  { key: 'turnSeconds', label: texts.turnSeconds, placeholder: '1800' },
  { key: 'callSeconds', label: texts.callSeconds, placeholder: '600' },
  { key: 'idleSeconds', label: texts.idleSeconds, placeholder: '120' },
  { key: 'maxTokens', label: texts.maxTokens, placeholder: texts.noLimit },
  { key: 'maxCostUsd', label: texts.maxCostUsd, placeholder: texts.noLimit },
  { key: 'callsPerAgent', label: texts.callsPerAgent, placeholder: '30' },
];
