'use client';
import { Field } from '../ui/field';
import { Select } from '../ui/select';
import { Textarea } from '../ui/textarea';
import { texts } from './texts';
import type { CheckFieldsProps } from './tool-check-fields';

/** Of which language the answer's code is, and what is run behind it. */
export function CodeFields({ check, faultAt, set }: CheckFieldsProps) {
  return (
    <>
      <Field label={texts.language} error={faultAt('language')}>
        {(control) => (
          <Select {...control} value={String(check.language)} onChange={(event) => set('language', event.target.value)}>
            {Object.entries(texts.languages).map(([language, name]) => (
              <option key={language} value={language}>
                {name}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Field label={texts.tests} hint={texts.testsHint} error={faultAt('tests')}>
        {(control) => (
          <Textarea
            {...control}
            className="font-mono text-xs"
            spellCheck={false}
            placeholder={texts.testsExample}
            value={typeof check.tests === 'string' ? check.tests : ''}
            onChange={(event) => set('tests', event.target.value || undefined)}
          />
        )}
      </Field>
    </>
  );
}
