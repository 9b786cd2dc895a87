'use client';
import { type FormEvent, useState } from 'react';
import { api } from '@/lib/browser/api/api';
import { useSubmit } from '@/lib/browser/conversation/use-submit';
import { loadBackends } from '@/lib/browser/team/backends-store';
import { useBackends } from '@/lib/browser/team/use-backends';
import { Button } from '../ui/button';
import { Field } from '../ui/field';
import { Input } from '../ui/input';
import { Notice } from '../ui/notice';
import { Select } from '../ui/select';
import { SettingRow } from './setting-row';
import { texts } from './texts';

interface ProviderKeysProps {
  /** Whose keys they are. */
  workspaceId: string;
  keys: { id: string; provider: string; scope: 'user' | 'workspace'; hint: string; baseUrl: string | null }[];
}

/** A workspace's keys for model providers: only their last characters are ever shown again. */
export function ProviderKeys({ keys, workspaceId }: ProviderKeysProps) {
  const [provider, setProvider] = useState('');
  const { busy, submit, faultAt, message } = useSubmit();
  const providers = (useBackends() ?? []).filter(({ type, fields }) => fields.key !== null && fields.keyOf === type);
  const chosen = providers.find(({ type }) => type === provider);
  const label = (type: string) => providers.find((backend) => backend.type === type)?.label ?? type;

  const isOptional = chosen?.fields.key === 'optional';
  async function save(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const element = event.currentTarget;
    const form = new FormData(element);
    const apiKey = String(form.get('apiKey'));
    const body = {
      provider: String(form.get('provider')),
      ...(apiKey && { apiKey }),
      baseUrl: String(form.get('baseUrl')) || null,
      workspaceId,
      scope: 'workspace',
    };
    if (!(await submit(() => api('POST', '/provider-keys', body), apiKey ? texts.keyStored : texts.addressStored)))
      return;
    element.reset();
    await loadBackends({ refresh: true });
  }
  async function remove(id: string) {
    if (await submit(() => api('DELETE', `/provider-keys/${id}`), texts.keyRemoved)) {
      await loadBackends({ refresh: true });
    }
  }
  return (
    <div className="flex flex-col gap-4">
      {keys.length > 0 && (
        <ul>
          {keys.map((key) => (
            <SettingRow
              key={key.id}
              title={label(key.provider)}
              note={[key.hint && texts.keyHint(key.hint), key.scope === 'workspace' && texts.forWorkspace, key.baseUrl]
                .filter(Boolean)
                .join(' · ')}
              action={texts.remove}
              busy={busy}
              onAction={() => remove(key.id)}
            />
          ))}
        </ul>
      )}
      {message && <Notice tone="danger">{message}</Notice>}
      <form onSubmit={save} className="grid items-start gap-3 sm:grid-cols-3">
        <Field label={texts.provider} error={faultAt('provider')}>
          {(control) => (
            <Select
              {...control}
              name="provider"
              required
              value={provider}
              onChange={(event) => setProvider(event.target.value)}
            >
              {providers.some(({ type }) => type === provider) || (
                <option value={provider} disabled hidden>
                  {texts.choose}
                </option>
              )}
              {providers.map((backend) => (
                <option key={backend.type} value={backend.type}>
                  {backend.label}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Field label={texts.key} hint={isOptional ? texts.keyOptional : undefined} error={faultAt('apiKey')}>
          {(control) => <Input {...control} name="apiKey" type="password" autoComplete="off" required={!isOptional} />}
        </Field>
        <Field label={texts.baseUrl} hint={texts.baseUrlHint} error={faultAt('baseUrl')}>
          {(control) => (
            <Input
              {...control}
              name="baseUrl"
              type="url"
              placeholder={chosen?.fields.baseUrl ?? texts.baseUrlExample}
            />
          )}
        </Field>
        <Button type="submit" className="justify-self-start" disabled={busy || providers.length === 0}>
          {texts.storeKey}
        </Button>
      </form>
    </div>
  );
}
