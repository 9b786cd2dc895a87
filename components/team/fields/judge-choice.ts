import type { TeamDraft } from '@/lib/browser/team/team-draft';
import type { RuleChoice } from './rule-choices';
import { texts } from './texts';

/** A judge that is no agent of the team is written in a file; here it is kept or taken away. */
const OWN_MODEL = 'own model';

/** Who judges where it stays open. */
export function judgeChoice(team: TeamDraft): RuleChoice {
  const own: RuleChoice['options'] = judgeFrom(team) === OWN_MODEL ? [[OWN_MODEL, texts.ownModel]] : [];
  const members = team.agents.map(({ slot = '' }): [string, string] => [slot, texts.agent(slot)]);
  return {
    key: 'judge',
    label: texts.judge,
    hint: texts.judgeHint,
    options: [['', texts.nobody], ...own, ...members],
  };
}

/** What of `judgeChoice` is chosen. */
export function judgeFrom({ coordination }: TeamDraft): string {
  const judge = coordination?.judge;
  if (typeof judge !== 'object' || judge === null) return '';
  return 'slot' in judge ? String(judge.slot) : OWN_MODEL;
}

/** As the team is written. */
export function judgeOf({ coordination }: TeamDraft, choice: string): unknown {
  if (choice === OWN_MODEL) return coordination?.judge;
  return choice === '' ? undefined : { slot: choice };
}
