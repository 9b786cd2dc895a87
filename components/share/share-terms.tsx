import { useState } from 'react';
import type { ShareAudience, ShareChoices } from '@/lib/browser/share/share-choices';
import { Field } from '../ui/field';
import { Input } from '../ui/input';
import { Select } from '../ui/select';
import { Textarea } from '../ui/textarea';
import { ChoiceList } from './choice-list';
import { texts } from './share-texts';

export interface ShareTermsProps {
  choices: ShareChoices;
  onChange: (choices: ShareChoices) => void;
  faultAt: (path: string) => string | undefined;
  /** Of a link that is there already. */
  before?: { hasPassword: boolean; ends: string | null };
}

const DAYS = [1, 7, 30, 90];
const AUDIENCES: ShareAudience[] = ['anyone', 'signedIn', 'workspace', 'people'];
const FAULTS = ['audience', 'people', 'people[0]', 'password', 'expiresAt', 'title'];

/** Who can open a link, until when, and what follows on it: said in a line, and open where somebody changes it. */
export function ShareTerms({ choices, onChange, faultAt, before }: ShareTermsProps) {
  const [isOpen, setOpen] = useState(before !== undefined);
  const set = (change: Partial<ShareChoices>) => onChange({ ...choices, ...change });
  return (
    <details
      open={isOpen || FAULTS.some(faultAt)}
      onToggle={(event) => setOpen(event.currentTarget.open)}
      className="rounded-card border border-line px-3.5 py-2.5"
    >
      <summary className="cursor-pointer font-medium text-sm pointer-coarse:py-2">
        {texts.terms}
        <span className="ml-2 font-normal text-muted text-xs">{texts.termsNow(choices)}</span>
      </summary>
      <div className="mt-3 mb-1 flex flex-col gap-5">
        <ChoiceList
          label={texts.mode}
          options={[
            { id: 'snapshot', name: texts.snapshot, text: texts.snapshotText },
            { id: 'live', name: texts.live, text: texts.liveText },
          ]}
          selected={choices.mode}
          onSelect={(mode) => set({ mode })}
        />
        <Field label={texts.audience} error={faultAt('audience')}>
          {(control) => (
            <Select
              {...control}
              value={choices.audience}
              onChange={(event) => set({ audience: event.target.value as ShareAudience })}
            >
              {AUDIENCES.map((audience) => (
                <option key={audience} value={audience}>
                  {texts.audienceName(audience)}
                </option>
              ))}
            </Select>
          )}
        </Field>
        {choices.audience === 'people' && (
          <Field label={texts.peopleLabel} hint={texts.peopleHint} error={faultAt('people') ?? faultAt('people[0]')}>
            {(control) => (
              <Textarea
                {...control}
                rows={2}
                value={choices.people}
                onChange={(event) => set({ people: event.target.value })}
              />
            )}
          </Field>
        )}
        <div className="grid gap-4 sm:grid-cols-2">
          <Field
            label={texts.password}
            hint={before?.hasPassword ? texts.passwordKept : texts.passwordHint}
            error={faultAt('password')}
          >
            {(control) => (
              <Input
                {...control}
                type="password"
                autoComplete="new-password"
                value={choices.password}
                onChange={(event) => set({ password: event.target.value })}
              />
            )}
          </Field>
          <Field label={texts.expires} error={faultAt('expiresAt')}>
            {(control) => (
              <Select
                {...control}
                value={choices.days ?? 'before'}
                onChange={(event) => set({ days: event.target.value === 'before' ? null : Number(event.target.value) })}
              >
                {before?.ends && <option value="before">{texts.asItWas(before.ends)}</option>}
                <option value={0}>{texts.neverEnds}</option>
                {DAYS.map((days) => (
                  <option key={days} value={days}>
                    {texts.inDays(days)}
                  </option>
                ))}
              </Select>
            )}
          </Field>
        </div>
        <Field label={texts.title} hint={texts.otherwiseItsTitle} error={faultAt('title')}>
          {(control) => (
            <Input
              {...control}
              maxLength={200}
              value={choices.title}
              onChange={(event) => set({ title: event.target.value })}
            />
          )}
        </Field>
      </div>
    </details>
  );
}
