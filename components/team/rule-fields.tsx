'use client';
import { type TeamDraft, withKey } from '@/lib/client/team-draft';
import { Field } from '../ui/field';
import { Input } from '../ui/input';
import { Select } from '../ui/select';
import { COORDINATION_CHOICES, LIMIT_FIELDS } from './rule-choices';

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
    ['winner', 'The winner'],
    ['verbatim', 'Nobody: the winning text as it is'],
    ...team.agents.map(({ slot }) => [slot ?? '', `Agent ${slot}`]),
  ] as [string, string][];
  const choices = [
    ...COORDINATION_CHOICES,
    { key: 'presenter', label: 'Presenter', options: presenters, hint: undefined },
  ];
  const text = (value: unknown) => (typeof value === 'number' || typeof value === 'string' ? value : '');
  const numeric = (event: { target: HTMLInputElement }) =>
    event.target.value === '' ? '' : event.target.valueAsNumber;

  return (
    <>
      <h2 className="mt-8 mb-3 font-semibold text-base">Coordination</h2>
      <div className="grid gap-4 sm:grid-cols-2">
        {choices.map(({ key, label, options, hint }) => (
          <Field key={key} label={label} hint={hint} error={faultAt(`coordination.${key}`)}>
            {(control) => (
              <Select
                {...control}
                value={text(team.coordination?.[key]) || options[0]?.[0]}
                onChange={(event) => coordinate(key, event.target.value)}
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
          label="Answers per agent"
          hint="How often each agent may publish. Default 3."
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
        <label className="flex items-center gap-2.5 self-center text-sm">
          <input
            type="checkbox"
            className="size-4 accent-accent"
            checked={team.coordination?.selfVotes !== false}
            onChange={(event) => coordinate('selfVotes', event.target.checked ? undefined : false)}
          />
          Agents may vote for their own answer
        </label>
      </div>
      <h2 className="mt-8 mb-3 font-semibold text-base">Limits</h2>
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
