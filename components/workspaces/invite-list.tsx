'use client';
import { type FormEvent, useState } from 'react';
import { api } from '@/lib/browser/api/api';
import { useSubmit } from '@/lib/browser/conversation/use-submit';
import type { WorkspaceRole } from '@/lib/browser/ui/workspace';
import { SettingRow } from '../settings/setting-row';
import { Button } from '../ui/button';
import { CopyButton } from '../ui/copy-button';
import { Field } from '../ui/field';
import { Input } from '../ui/input';
import { Notice } from '../ui/notice';
import { Select } from '../ui/select';
import { texts } from './texts';

interface InviteListProps {
  workspaceId: string;
  /** `until` is a date in words. */
  invites: { id: string; role: WorkspaceRole; email: string | null; left: number; until: string }[];
  /** Of who invites: nobody gives more than they have. */
  role: WorkspaceRole;
}

/** Links that let people join: the open ones, and a form for another, which is shown once. */
export function InviteList({ workspaceId, invites, role: own }: InviteListProps) {
  const { busy, submit, faultAt, message } = useSubmit();
  const [fresh, setFresh] = useState<string | null>(null);
  const path = `/workspaces/${workspaceId}/invites`;
  const roles = (['member', 'viewer', 'admin', 'owner'] as const).filter((role) => own === 'owner' || role !== 'owner');

  async function make(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const element = event.currentTarget;
    const form = new FormData(element);
    const email = String(form.get('email')).trim();
    const body = { role: form.get('role'), maxUses: Number(form.get('maxUses')), ...(email && { email }) };
    await submit(async () => {
      const { invite } = await api<{ invite: { url: string } }>('POST', path, body);
      setFresh(invite.url);
      element.reset();
    });
  }
  return (
    <div className="flex flex-col gap-4">
      {invites.length > 0 && (
        <ul>
          {invites.map(({ id, role, email, left, until }) => (
            <SettingRow
              key={id}
              title={texts.inviteTitle(role, email)}
              note={texts.inviteNote(left, until)}
              action={texts.takeBack}
              busy={busy}
              onAction={() => submit(() => api('DELETE', `${path}/${id}`), texts.takenBack)}
            />
          ))}
        </ul>
      )}
      {fresh && (
        <Notice tone="warn">
          <p>{texts.inviteReady}</p>
          <p className="mt-1 flex items-center gap-2">
            <code className="min-w-0 break-all font-mono text-xs">{fresh}</code>
            <CopyButton text={fresh} label={texts.copyLink} />
          </p>
        </Notice>
      )}
      {message && <Notice tone="danger">{message}</Notice>}
      <form onSubmit={make} className="grid items-start gap-3 sm:grid-cols-3">
        <Field label={texts.inviteRole} error={faultAt('role')}>
          {(control) => (
            <Select {...control} name="role">
              {roles.map((role) => (
                <option key={role} value={role}>
                  {texts.role[role]}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Field label={texts.inviteEmail} hint={texts.inviteEmailHint} error={faultAt('email')}>
          {(control) => <Input {...control} name="email" type="email" autoComplete="off" />}
        </Field>
        <Field label={texts.inviteUses} error={faultAt('maxUses')}>
          {(control) => (
            <Input {...control} name="maxUses" type="number" min={1} max={1000} defaultValue={1} required />
          )}
        </Field>
        <Button type="submit" className="justify-self-start" disabled={busy}>
          {texts.invite}
        </Button>
      </form>
      <p className="text-muted text-xs">{texts.noMail}</p>
    </div>
  );
}
