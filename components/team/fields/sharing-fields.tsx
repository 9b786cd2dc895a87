'use client';
import { useState } from 'react';
import type { TeamDraft } from '@/lib/browser/team/team-draft';
import {
  DEFAULT_INCLUDE,
  type SharingDraft,
  sharingOf,
  withChoice,
  withSharing,
  withSharingAgain,
} from '@/lib/browser/team/team-sharing';
import { CheckField } from '../../ui/check-field';
import { Field } from '../../ui/field';
import { Input } from '../../ui/input';
import { PART_IDS, SHARING_PARTS } from './sharing-choices';
import { texts } from './texts';

interface SharingFieldsProps {
  team: TeamDraft;
  faultAt: (path: string) => string | undefined;
  onChange: (team: TeamDraft) => void;
}

const PATH = 'coordination.contextSharing';
const TOKENS = [
  { key: 'maxTokensPerPeer', label: texts.maxTokensPerPeer, placeholder: '8000' },
  { key: 'maxTokensTotal', label: texts.maxTokensTotal, placeholder: '24000' },
] as const;

/** Whether the agents exchange the work behind their answers, what of it and how much. */
export function SharingFields({ team, faultAt, onChange }: SharingFieldsProps) {
  /** As the team was when it was put off, so that a slip loses nothing. */
  const [before, setBefore] = useState<TeamDraft | null>(null);
  const sharing = sharingOf(team);
  const include = sharing?.include ?? DEFAULT_INCLUDE;

  function toggle(on: boolean) {
    if (!on) setBefore(team);
    onChange(on ? withSharingAgain(team, before) : withSharing(team, null));
  }
  function set(changes: Partial<SharingDraft>) {
    const next = Object.entries({ ...sharing, ...changes }).filter(([, value]) => value !== undefined);
    onChange(withSharing(team, { ...Object.fromEntries(next), enabled: true }));
  }

  return (
    <section aria-label={texts.contextSharing}>
      <h2 className="mt-8 mb-3 font-semibold text-base">{texts.contextSharing}</h2>
      <CheckField
        isSwitch
        label={texts.shareWork}
        text={texts.shareWorkText}
        checked={sharing !== null}
        onChange={toggle}
      />
      {faultAt(PATH) && <p className="mt-2 text-danger text-xs">{faultAt(PATH)}</p>}
      {sharing && (
        <div className="mt-4 flex flex-col gap-4 border-line border-l-2 pl-4">
          <fieldset>
            <legend className="mb-2 font-medium text-sm">{texts.whatTheyShare}</legend>
            <div className="grid gap-x-4 gap-y-3 sm:grid-cols-2">
              {SHARING_PARTS.map(({ id, label, text }) => (
                <CheckField
                  key={id}
                  label={label}
                  text={text}
                  checked={include.includes(id)}
                  onChange={(checked) => set({ include: withChoice(PART_IDS, include, id, checked, DEFAULT_INCLUDE) })}
                />
              ))}
            </div>
            {faultAt(`${PATH}.include`) && <p className="mt-2 text-danger text-xs">{faultAt(`${PATH}.include`)}</p>}
          </fieldset>
          <div className="grid gap-4 sm:grid-cols-2">
            {TOKENS.map(({ key, label, placeholder }) => (
              <Field key={key} label={label} error={faultAt(`${PATH}.${key}`)}>
                {(control) => (
                  <Input
                    {...control}
                    type="number"
                    min={1}
                    placeholder={placeholder}
                    value={sharing[key] ?? ''}
                    onChange={(event) =>
                      set({ [key]: event.target.value === '' ? undefined : event.target.valueAsNumber })
                    }
                  />
                )}
              </Field>
            ))}
          </div>
        </div>
      )}
    </section>
  );
}
