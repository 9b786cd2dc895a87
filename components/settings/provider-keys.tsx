'use client';
import type { FormEvent } from 'react';
import { api } from '@/lib/client/api';
import { loadBackends } from '@/lib/client/backends-store';
import { useBackends } from '@/lib/client/use-backends';
import { useSubmit } from '@/lib/client/use-submit';
import { Button } from '../ui/button';
import { Field } from '../ui/field';
import { Input } from '../ui/input';
import { Notice } from '../ui/notice';
import { Select } from '../ui/select';
import { SettingRow } from './setting-row';

interface ProviderKeysProps {
  keys: { id: string; provider: string; scope: 'user' | 'workspace'; hint: string; baseUrl: string | null }[];
}

/** Keys for model providers: only their last characters are ever shown again. */
export function ProviderKeys({ keys }: ProviderKeysProps) {
  const { busy, submit, faultAt, message } = useSubmit();
  const providers = (useBackends() ?? []).filter((backend) => !backend.simulation);
  const label = (type: string) => providers.find((backend) => backend.type === type)?.label ?? type;

  async function save(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const element = event.currentTarget;
    const form = new FormData(element);
    const body = {
      provider: String(form.get('provider')),
      apiKey: String(form.get('apiKey')),
      baseUrl: String(form.get('baseUrl')) || null,
    };
    if (!(await submit(() => api('POST', '/provider-keys', body), 'The key is stored, encrypted.'))) return;
    element.reset();
    await loadBackends({ refresh: true });
  }
  async function remove(id: string) {
    if (await submit(() => api('DELETE', `/provider-keys/${id}`), 'The key is removed.')) {
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
              note={[key.hint && `ends in ${key.hint}`, key.scope === 'workspace' && 'for the workspace', key.baseUrl]
                .filter(Boolean)
                .join(' · ')}
              action="Remove"
              busy={busy}
              onAction={() => remove(key.id)}
            />
          ))}
        </ul>
      )}
      {message && <Notice tone="danger">{message}</Notice>}
      <form onSubmit={save} className="grid items-start gap-3 sm:grid-cols-3">
        <Field label="Provider" error={faultAt('provider')}>
          {(control) => (
            <Select {...control} name="provider" required>
              {providers.map((backend) => (
                <option key={backend.type} value={backend.type}>
                  {backend.label}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Field label="Key" error={faultAt('apiKey')}>
          {(control) => <Input {...control} name="apiKey" type="password" autoComplete="off" required />}
        </Field>
        <Field label="Base URL" hint="Empty = the provider’s own." error={faultAt('baseUrl')}>
          {(control) => <Input {...control} name="baseUrl" type="url" placeholder="https://…/v1" />}
        </Field>
        <Button type="submit" className="justify-self-start" disabled={busy || providers.length === 0}>
          Store key
        </Button>
      </form>
    </div>
  );
}
