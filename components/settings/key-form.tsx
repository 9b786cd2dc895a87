'use client';
import { type FormEvent, useState } from 'react';
import { api } from '@/lib/browser/api/api';
import { useSubmit } from '@/lib/browser/conversation/use-submit';
import { type BackendInfo, loadBackends } from '@/lib/browser/team/backends-store';
import { Button } from '../ui/button';
import { Field } from '../ui/field';
import { Input } from '../ui/input';
import { Notice } from '../ui/notice';
import { texts } from './texts';

interface KeyFormProps {
  backend: Pick<BackendInfo, 'type' | 'label' | 'fields'>;
  /** Where the stored one is sent; absent = the provider's own address. */
  baseUrl?: string | null;
  /** The cursor stands in it at once. */
  isWanted?: boolean;
  onStored: () => void;
  onCancel?: () => void;
}

interface Check {
  check: { healthy: boolean; models: string[]; message: string | null };
}

/** Takes a provider's key, has the provider say whether it is good, and only then stores it in place of the one before. */
export function KeyForm({ backend, baseUrl, isWanted = false, onStored, onCancel }: KeyFormProps) {
  const { busy, submit, faultAt, message } = useSubmit();
  /** Why the provider refused what was entered. */
  const [refusal, setRefusal] = useState<string | null>(null);
  const { type, label, fields } = backend;
  const isOptional = fields.key === 'optional';

  function inputOf(form: HTMLFormElement) {
    const given = new FormData(form);
    const apiKey = String(given.get('apiKey')).trim();
    return { provider: type, ...(apiKey && { apiKey }), baseUrl: String(given.get('baseUrl')) || null };
  }
  async function store(form: HTMLFormElement, isChecked: boolean) {
    const body = inputOf(form);
    setRefusal(null);
    const stored = await submit(async () => {
      if (isChecked) {
        const { check } = await api<Check>('POST', '/provider-keys/check', body);
        if (!check.healthy) return setRefusal(check.message ?? texts.refusedWithout);
      }
      await api('POST', '/provider-keys', body);
      await loadBackends({ refresh: true });
      form.reset();
      onStored();
    });
    return stored;
  }
  function onSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const { submitter } = event.nativeEvent as SubmitEvent;
    void store(event.currentTarget, !(submitter instanceof HTMLButtonElement && submitter.value === 'unchecked'));
  }
  return (
    <form onSubmit={onSubmit} aria-label={texts.keyFor(label)} className="flex flex-col gap-3 py-2">
      <div className="grid items-start gap-3 sm:grid-cols-2">
        <Field label={texts.key} hint={isOptional ? texts.keyOptional : undefined} error={faultAt('apiKey')}>
          {(control) => (
            <Input
              {...control}
              name="apiKey"
              type="password"
              autoComplete="off"
              autoFocus={isWanted}
              required={!isOptional}
            />
          )}
        </Field>
        <Field label={texts.baseUrl} hint={texts.baseUrlHint} error={faultAt('baseUrl')}>
          {(control) => (
            <Input
              {...control}
              name="baseUrl"
              type="url"
              defaultValue={baseUrl ?? ''}
              placeholder={fields.baseUrl ?? texts.baseUrlExample}
            />
          )}
        </Field>
      </div>
      {message && <Notice tone="danger">{message}</Notice>}
      {refusal && (
        <Notice tone="danger">
          {texts.keyRefused(label)} {refusal} {texts.nothingStored}
        </Notice>
      )}
      <div className="flex flex-wrap gap-2">
        <Button type="submit" disabled={busy}>
          {busy ? texts.checking : texts.checkAndStore}
        </Button>
        {refusal && (
          <Button type="submit" value="unchecked" look="quiet" disabled={busy}>
            {texts.storeAnyway}
          </Button>
        )}
        {onCancel && (
          <Button look="quiet" onClick={onCancel}>
            {texts.cancel}
          </Button>
        )}
      </div>
    </form>
  );
}
