'use client';
import type { FormField, FormValue } from '@/lib/browser/run/form-fields';
import { CheckField } from '../../ui/check-field';
import { Field } from '../../ui/field';
import { Input } from '../../ui/input';
import { Select } from '../../ui/select';
import { texts } from './texts';

interface ElicitationFieldProps {
  field: FormField;
  value: FormValue;
  problem: string | undefined;
  onChange: (value: FormValue) => void;
}

/** One value that a server asks for. */
export function ElicitationField({ field, value, problem, onChange }: ElicitationFieldProps) {
  const { control, hint, isRequired } = field;
  const label = isRequired || control.kind === 'tick' ? field.label : `${field.label} (${texts.optional})`;
  if (control.kind === 'tick') {
    return <CheckField label={label} text={problem ?? hint} checked={value === true} onChange={onChange} />;
  }
  if (control.kind === 'several') {
    const chosen = Array.isArray(value) ? value : [];
    const toggle = (one: string, isChosen: boolean) =>
      onChange(isChosen ? [...chosen, one] : chosen.filter((other) => other !== one));
    return (
      <fieldset className="flex flex-col gap-1.5">
        <legend className="mb-1 font-medium text-sm">{label}</legend>
        {control.choices.map((choice) => (
          <CheckField
            key={choice.value}
            label={choice.label}
            checked={chosen.includes(choice.value)}
            onChange={(isChosen) => toggle(choice.value, isChosen)}
          />
        ))}
        {(problem ?? hint) && (
          <p className={problem ? 'text-danger text-xs' : 'text-muted text-xs'}>{problem ?? hint}</p>
        )}
      </fieldset>
    );
  }
  return (
    <Field label={label} {...(hint && { hint })} {...(problem && { error: problem })}>
      {(attributes) =>
        control.kind === 'one' ? (
          <Select {...attributes} value={String(value)} onChange={(event) => onChange(event.target.value)}>
            <option value="">{isRequired ? texts.choose : texts.none}</option>
            {control.choices.map((choice) => (
              <option key={choice.value} value={choice.value}>
                {choice.label}
              </option>
            ))}
          </Select>
        ) : (
          <Input
            {...attributes}
            {...(control.kind === 'text'
              ? { type: control.type, placeholder: control.placeholder }
              : { inputMode: control.isInteger ? 'numeric' : 'decimal' })}
            autoComplete="off"
            value={String(value)}
            onChange={(event) => onChange(event.target.value)}
          />
        )
      }
    </Field>
  );
}
