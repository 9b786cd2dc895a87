'use client';
import { type FormEvent, useState } from 'react';
import { api } from '@/lib/browser/api/api';
import { refreshConversations } from '@/lib/browser/conversation/conversations-store';
import { useSubmit } from '@/lib/browser/conversation/use-submit';
import { Button } from '../../ui/button';
import { ConfirmDialog } from '../../ui/confirm-dialog';
import { Dialog } from '../../ui/dialog';
import { Field } from '../../ui/field';
import { Input } from '../../ui/input';
import { Notice } from '../../ui/notice';
import { texts } from './texts';

/** Deletes all conversations, or the account with everything that is private. */
export function DeleteEverything() {
  const { busy, submit, message } = useSubmit();
  const [asked, setAsked] = useState<'conversations' | 'account' | null>(null);

  async function deleteAll() {
    if (await submit(() => api('DELETE', '/conversations'), texts.deleted)) await refreshConversations();
  }
  return (
    <div className="flex flex-col items-start gap-3">
      {message && <Notice tone="danger">{message}</Notice>}
      <div className="flex flex-wrap gap-2">
        <Button look="danger" disabled={busy} onClick={() => setAsked('conversations')}>
          {texts.deleteAll}
        </Button>
        <Button look="danger" disabled={busy} onClick={() => setAsked('account')}>
          {texts.deleteAccount}
        </Button>
      </div>
      <ConfirmDialog
        open={asked === 'conversations'}
        title={texts.deleteAllTitle}
        text={texts.deleteAllText}
        action={texts.deleteAll}
        onConfirm={deleteAll}
        onClose={() => setAsked(null)}
      />
      <Dialog open={asked === 'account'} onClose={() => setAsked(null)} title={texts.deleteAccountTitle}>
        <AccountForm onClose={() => setAsked(null)} />
      </Dialog>
    </div>
  );
}

function AccountForm({ onClose }: { onClose: () => void }) {
  const { busy, submit, faultAt, message } = useSubmit();

  async function erase(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const password = String(new FormData(event.currentTarget).get('password'));
    // Nobody is signed in afterwards, so the page is loaded anew.
    if (await submit(() => api('DELETE', '/me', { password }))) window.location.assign('/signin');
  }
  return (
    <form onSubmit={erase} className="flex flex-col gap-4">
      <p className="text-sm">{texts.deleteAccountText}</p>
      {message && <Notice tone="danger">{message}</Notice>}
      <Field label={texts.password} hint={texts.passwordHint} error={faultAt('password')}>
        {(control) => <Input {...control} name="password" type="password" autoComplete="current-password" />}
      </Field>
      <div className="flex justify-end gap-2">
        <Button onClick={onClose}>{texts.cancel}</Button>
        <Button type="submit" look="danger" disabled={busy}>
          {texts.deleteAccount}
        </Button>
      </div>
    </form>
  );
}
