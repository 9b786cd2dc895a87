'use client';
import { type FormEvent, useState } from 'react';
import { api } from '@/lib/browser/api/api';
import { useSubmit } from '@/lib/browser/conversation/use-submit';
import { Button } from '../ui/button';
import { CopyButton } from '../ui/copy-button';
import { Field } from '../ui/field';
import { Input } from '../ui/input';
import { Notice } from '../ui/notice';
import { Select } from '../ui/select';
import { SettingRow } from './setting-row';
import { texts } from './texts';

interface ApiKeysProps {
  /** `used` and `created` are dates in words. */
  keys: {
    id: string;
    name: string;
    prefix: string;
    scope: 'read' | 'run' | 'manage';
    /** Who made it for the person; null = they did. */
    madeBy: string | null;
    created: string;
    used: string | null;
    until: string | null;
  }[];
}

/** Keys for programs that use the REST API in one's name; a new one is shown once. */
export function ApiKeys({ keys }: ApiKeysProps) {
  const { busy, submit, faultAt, message } = useSubmit();
  const [fresh, setFresh] = useState<string | null>(null);

  async function make(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const element = event.currentTarget;
    const form = new FormData(element);
    const name = String(form.get('name'));
    const day = String(form.get('until'));
    const body = { name, scope: form.get('scope'), ...(day && { expiresAt: `${day}T23:59:59Z` }) };
    await submit(async () => {
      const made = await api<{ key: string }>('POST', '/api-keys', body);
      setFresh(made.key);
      element.reset();
    });
  }
  return (
    <div className="flex flex-col gap-4">
      {keys.length > 0 && (
        <ul>
          {keys.map((key) => (
            <SettingRow
              key={key.id}
              title={key.name}
              note={texts.apiKeyNote(key)}
              action={texts.revoke}
              busy={busy}
              onAction={() => submit(() => api('DELETE', `/api-keys/${key.id}`), texts.apiKeyRevoked(key.name))}
            />
          ))}
        </ul>
      )}
      {fresh && (
        <Notice tone="warn">
          <p>{texts.copyNow}</p>
          <p className="mt-1 flex items-center gap-2">
            <code className="min-w-0 break-all font-mono text-xs">{fresh}</code>
            <CopyButton text={fresh} label={texts.copyKey} />
          </p>
        </Notice>
      )}
      {message && <Notice tone="danger">{message}</Notice>}
      <form onSubmit={make} className="grid items-start gap-3 sm:grid-cols-3">
        <Field label={texts.apiKeyName} error={faultAt('name')}>
          {(control) => <Input {...control} name="name" placeholder={texts.apiKeyPlaceholder} required />}
        </Field>
        <Field label={texts.apiKeyScope} error={faultAt('scope')}>
          {(control) => (
            <Select {...control} name="scope" defaultValue="manage">
              {(['read', 'run', 'manage'] as const).map((scope) => (
                <option key={scope} value={scope}>
                  {texts.scopes[scope]}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Field label={texts.apiKeyUntil} hint={texts.apiKeyUntilHint} error={faultAt('expiresAt')}>
          {(control) => <Input {...control} name="until" type="date" />}
        </Field>
        <Button type="submit" className="justify-self-start" disabled={busy}>
          {texts.createKey}
        </Button>
      </form>
    </div>
  );
}
