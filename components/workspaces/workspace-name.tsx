'use client';
import type { FormEvent } from 'react';
import { api } from '@/lib/browser/api/api';
import { useSubmit } from '@/lib/browser/conversation/use-submit';
import { Button } from '../ui/button';
import { Field } from '../ui/field';
import { Input } from '../ui/input';
import { Notice } from '../ui/notice';
import { texts } from './texts';

/** Renames a workspace. */
export function WorkspaceName({ id, name }: { id: string; name: string }) {
  const { busy, submit, faultAt, message } = useSubmit();

  function save(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const next = String(new FormData(event.currentTarget).get('name'));
    void submit(() => api('PATCH', `/workspaces/${id}`, { name: next }), texts.renamed);
  }
  return (
    <form onSubmit={save} className="flex flex-col gap-3">
      {message && <Notice tone="danger">{message}</Notice>}
      <div className="flex items-end gap-2">
        <div className="max-w-xs flex-1">
          <Field label={texts.name} error={faultAt('name')}>
            {(control) => <Input {...control} name="name" defaultValue={name} maxLength={100} required />}
          </Field>
        </div>
        <Button type="submit" disabled={busy}>
          {texts.rename}
        </Button>
      </div>
    </form>
  );
}
