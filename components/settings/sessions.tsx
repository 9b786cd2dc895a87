'use client';
import { api } from '@/lib/browser/api/api';
import { signOut } from '@/lib/browser/api/sign-in';
import { useSubmit } from '@/lib/browser/conversation/use-submit';
import { Button } from '../ui/button';
import { Notice } from '../ui/notice';
import { SettingRow } from './setting-row';
import { texts } from './texts';

interface SessionsProps {
  /** `seen` is a date in words. */
  sessions: { id: string; browser: string; seen: string; current: boolean }[];
}

/** The browsers in which one is signed in. */
export function Sessions({ sessions }: SessionsProps) {
  const { busy, submit, message } = useSubmit();
  return (
    <div className="flex flex-col gap-4">
      <ul>
        {sessions.map((session) => (
          <SettingRow
            key={session.id}
            title={session.browser}
            note={session.current ? texts.thisBrowser : texts.lastSeen(session.seen)}
            action={session.current ? undefined : texts.revoke}
            busy={busy}
            onAction={() => submit(() => api('DELETE', `/sessions/${session.id}`), texts.signedOut)}
          />
        ))}
      </ul>
      {message && <Notice tone="danger">{message}</Notice>}
      <div className="flex flex-wrap gap-2">
        <Button
          disabled={busy}
          onClick={async () => {
            if (await submit(signOut)) window.location.assign('/signin');
          }}
        >
          {texts.signOut}
        </Button>
        {sessions.length > 1 && (
          <Button disabled={busy} onClick={() => submit(() => api('DELETE', '/sessions'), texts.othersSignedOut)}>
            {texts.signOutElsewhere}
          </Button>
        )}
      </div>
    </div>
  );
}
