'use client';
import { type FormEvent, useState } from 'react';
import { api } from '@/lib/browser/api/api';
import { useSubmit } from '@/lib/browser/conversation/use-submit';
import type { MailState, WorkspaceRole } from '@/lib/browser/ui/workspace';
import { SettingRow } from '../settings/setting-row';
import { Button } from '../ui/button';
import { Field } from '../ui/field';
import { Input } from '../ui/input';
import { Notice } from '../ui/notice';
import { Select } from '../ui/select';
import { InviteMade } from './invite-made';
import { texts } from './texts';

interface InviteListProps {
  workspaceId: string;
  /** `until` is a date in words. */
  invites: { id: string; role: WorkspaceRole; email: string | null; left: number; until: string }[];
  /** Of who invites: nobody gives more than they have. */
  role: WorkspaceRole;
  /** Whether this instance sends e-mails. */
  sendsMail: boolean;
}

interface Made {
  url: string;
  email: string | null;
  mail: MailState | null;
}

/** Links that let people join: the open ones, and a form for another, which is shown once. */
export function InviteList({ workspaceId, invites, role: own, sendsMail }: InviteListProps) {
  const { busy, submit, faultAt, message } = useSubmit();
  const [fresh, setFresh] = useState<Made | null>(null);
  const path = `/workspaces/${workspaceId}/invites`;
  const roles = (['member', 'viewer', 'admin', 'owner'] as const).filter((role) => own === 'owner' || role !== 'owner');

  async function make(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const element = event.currentTarget;
    const form = new FormData(element);
    const email = String(form.get('email')).trim();
    const asked = { role: form.get('role'), maxUses: Number(form.get('maxUses')), ...(email && { email }) };
    const body = { ...asked, sendMail: form.get('sendMail') === 'on' };
    await submit(async () => {
      const { invite } = await api<{ invite: Made }>('POST', path, body);
      setFresh(invite);
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
      {fresh && <InviteMade {...fresh} />}
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
        {sendsMail && (
          <label className="flex min-h-11 items-center gap-2 text-sm sm:col-span-3">
            <input type="checkbox" name="sendMail" defaultChecked className="size-4 accent-accent" />
            {texts.sendInvite}
          </label>
        )}
        <Button type="submit" className="justify-self-start" disabled={busy}>
          {texts.invite}
        </Button>
      </form>
      {!sendsMail && <p className="text-muted text-xs">{texts.noMail}</p>}
    </div>
  );
}
