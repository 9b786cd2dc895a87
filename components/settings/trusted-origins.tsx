'use client';
import type { FormEvent } from 'react';
import { api } from '@/lib/browser/api/api';
import { useSubmit } from '@/lib/browser/conversation/use-submit';
import { loadBackends } from '@/lib/browser/team/backends-store';
import { Button } from '../ui/button';
import { Field } from '../ui/field';
import { Input } from '../ui/input';
import { Notice } from '../ui/notice';
import { SettingRow } from './setting-row';
import { texts } from './texts';

interface TrustedOriginsProps {
  origins: { id: string; origin: string; forMembers: boolean }[];
}

/** Private addresses that the owner trusts for model requests. */
export function TrustedOrigins({ origins }: TrustedOriginsProps) {
  const { busy, submit, faultAt, message } = useSubmit();

  async function trust(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const element = event.currentTarget;
    const form = new FormData(element);
    const body = { origin: String(form.get('origin')), forMembers: form.get('forMembers') === 'on' };
    if (!(await submit(() => api('POST', '/trusted-origins', body), texts.addressTrusted))) return;
    element.reset();
    await loadBackends({ refresh: true });
  }
  async function remove(id: string, origin: string) {
    if (await submit(() => api('DELETE', `/trusted-origins/${id}`), texts.notTrusted(origin))) {
      await loadBackends({ refresh: true });
    }
  }
  return (
    <div className="flex flex-col gap-4">
      <p className="text-muted text-sm">{texts.trustMeaning}</p>
      {origins.length > 0 && (
        <ul>
          {origins.map(({ id, origin, forMembers }) => (
            <SettingRow
              key={id}
              title={origin}
              note={forMembers ? texts.forEverybody : texts.forYou}
              action={texts.remove}
              busy={busy}
              onAction={() => remove(id, origin)}
            />
          ))}
        </ul>
      )}
      {message && <Notice tone="danger">{message}</Notice>}
      <form onSubmit={trust} className="flex flex-col items-start gap-3">
        <div className="w-full max-w-md">
          <Field label={texts.address} hint={texts.addressHint} error={faultAt('origin')}>
            {(control) => <Input {...control} name="origin" placeholder={texts.addressExample} required />}
          </Field>
        </div>
        <label className="flex items-start gap-2 text-sm">
          <input type="checkbox" name="forMembers" className="mt-1" />
          <span>{texts.forMembers}</span>
        </label>
        <Button type="submit" disabled={busy}>
          {texts.trustAddress}
        </Button>
      </form>
    </div>
  );
}
