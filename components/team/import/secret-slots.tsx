'use client';
import Link from 'next/link';
import type { SecretSlot } from '@/lib/browser/team/imported-team';
import { keyAddress } from '@/lib/browser/team/key-address';
import { Field } from '../../ui/field';
import { Input } from '../../ui/input';
import { texts } from './texts';

interface SecretSlotsProps {
  secrets: SecretSlot[];
  values: ReadonlyMap<string, string>;
  onChange: (values: ReadonlyMap<string, string>) => void;
}

/** The `${NAME}`s of a text: those that the team has are filled here, keys belong into the settings. */
export function SecretSlots({ secrets, values, onChange }: SecretSlotsProps) {
  const names = [...new Set(secrets.flatMap((slot) => (slot.in === null ? [] : slot.name)))];
  const elsewhere = secrets.filter((slot) => slot.in === null);
  return (
    <section aria-label={texts.secretSlots}>
      <h2 className="font-semibold text-base">{texts.secretSlots}</h2>
      <p className="text-muted text-sm">{texts.secretSlotsText}</p>
      <div className="mt-3 grid gap-4 sm:grid-cols-2">
        {names.map((name) => (
          <Field
            key={name}
            label={name}
            hint={texts.usedIn(secrets.flatMap((slot) => (slot.name === name && slot.in !== null ? slot.key : [])))}
          >
            {(control) => (
              <Input
                {...control}
                autoComplete="off"
                value={values.get(name) ?? ''}
                onChange={(event) => onChange(new Map(values).set(name, event.target.value))}
              />
            )}
          </Field>
        ))}
      </div>
      {elsewhere.length > 0 && (
        <ul className="mt-3">
          {elsewhere.map((slot) => (
            <li key={`${slot.key} ${slot.name}`} className="border-line border-b py-2 text-sm last:border-b-0">
              <code className="block break-all font-mono text-xs">{slot.key}</code>
              <span className="text-muted">
                {isKey(slot.key) ? (
                  <>
                    {texts.isKey.before(slot.name)}{' '}
                    <Link href={keyAddress()} className="text-accent underline underline-offset-2">
                      {texts.isKey.link}
                    </Link>
                    {texts.isKey.after}
                  </>
                ) : (
                  texts.belongsToNothing(slot.name)
                )}
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function isKey(path: string): boolean {
  return /\.api_?key$/i.test(path);
}
