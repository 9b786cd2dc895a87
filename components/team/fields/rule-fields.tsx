'use client';
import { type TeamDraft, withKey } from '@/lib/browser/team/team-draft';
import { Field } from '../../ui/field';
import { Input } from '../../ui/input';
import { Select } from '../../ui/select';
import { judgeChoice, judgeFrom, judgeOf } from './judge-choice';
import {
  DECISION_CHOICE,
  EVIDENCE_CHOICES,
  LIMIT_FIELDS,
  NOVELTY_CHOICE,
  type RuleChoice,
  SIDE_EFFECTS_CHOICE,
  VOTING_CHOICES,
} from './rule-choices';
import { texts } from './texts';

interface RuleFieldsProps {
  team: TeamDraft;
  faultAt: (path: string) => string | undefined;
  onChange: (team: TeamDraft) => void;
}

/** How the team decides, and its bounds. */
export function RuleFields({ team, faultAt, onChange }: RuleFieldsProps) {
  const coordinate = (key: string, value: unknown) =>
    onChange({ ...team, coordination: withKey(team.coordination, key, value) });
  const limit = (key: string, value: unknown) => onChange({ ...team, limits: withKey(team.limits, key, value) });
  const presenters = [
    ['winner', texts.presenterWinner],
    ['verbatim', texts.presenterNobody],
    ...team.agents.map(({ slot }) => [slot ?? '', texts.agent(slot ?? '')]),
  ] as [string, string][];
  const byEvidence = team.coordination?.decision === 'evidence';
  const choices: RuleChoice[] = [
    DECISION_CHOICE,
    ...(byEvidence ? EVIDENCE_CHOICES : VOTING_CHOICES),
    ...(byEvidence || team.coordination?.voteRule === 'judge' ? [judgeChoice(team)] : []),
    NOVELTY_CHOICE,
    ...(team.agents.some(({ mcpServers = [] }) => mcpServers.length > 0) ? [SIDE_EFFECTS_CHOICE] : []),
    { key: 'presenter', label: texts.presenter, options: presenters },
  ];
  const text = (value: unknown) => (typeof value === 'number' || typeof value === 'string' ? value : '');
  const numeric = (event: { target: HTMLInputElement }) =>
    event.target.value === '' ? '' : event.target.valueAsNumber;

  return (
    <>
      <h2 className="mt-8 mb-3 font-semibold text-base">{texts.coordination}</h2>
      <div className="grid gap-4 sm:grid-cols-2">
        {choices.map(({ key, label, options, hint }) => (
          <Field key={key} label={label} hint={hint} error={faultAt(`coordination.${key}`)}>
            {(control) => (
              <Select
                {...control}
                value={(key === 'judge' ? judgeFrom(team) : text(team.coordination?.[key])) || options[0]?.[0]}
                onChange={(event) =>
                  key === 'judge'
                    ? coordinate(key, judgeOf(team, event.target.value))
                    : coordinate(key, event.target.value)
                }
              >
                {options.map(([value, name]) => (
                  <option key={value} value={value}>
                    {name}
                  </option>
                ))}
              </Select>
            )}
          </Field>
        ))}
        <Field
          label={texts.answersPerAgent}
          hint={texts.answersPerAgentHint}
          error={faultAt('coordination.maxNewAnswersPerAgent')}
        >
          {(control) => (
            <Input
              {...control}
              type="number"
              min={1}
              placeholder="3"
              value={text(team.coordination?.maxNewAnswersPerAgent)}
              onChange={(event) => coordinate('maxNewAnswersPerAgent', numeric(event))}
            />
          )}
        </Field>
        {!byEvidence && (
          <label className="flex items-center gap-2.5 self-center text-sm">
            <input
              type="checkbox"
              className="size-4 accent-accent"
              checked={team.coordination?.selfVotes !== false}
              onChange={(event) => coordinate('selfVotes', event.target.checked ? undefined : false)}
            />
            {texts.selfVotes}
          </label>
        )}
      </div>
      <h2 className="mt-8 mb-3 font-semibold text-base">{texts.limits}</h2>
      <div className="grid gap-4 sm:grid-cols-3">
        {LIMIT_FIELDS.map(({ key, label, placeholder }) => (
          <Field key={key} label={label} error={faultAt(`limits.${key}`)}>
            {(control) => (
              <Input
                {...control}
                type="number"
                min={0}
                step="any"
                placeholder={placeholder}
                value={text(team.limits?.[key])}
                onChange={(event) => limit(key, numeric(event))}
              />
            )}
          </Field>
        ))}
      </div>
    </>
  );
}
