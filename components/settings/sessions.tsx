'use client';
import { api } from '@/lib/client/api';
import { signOut } from '@/lib/client/sign-in';
import { useSubmit } from '@/lib/client/use-submit';
import { Button } from '../ui/button';
import { Notice } from '../ui/notice';
import { SettingRow } from './setting-row';

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
            note={session.current ? 'This browser' : `Last seen ${session.seen}`}
            action={session.current ? undefined : 'Revoke'}
            busy={busy}
            onAction={() => submit(() => api('DELETE', `/sessions/${session.id}`), 'That browser is signed out.')}
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
          Sign out
        </Button>
        {sessions.length > 1 && (
          <Button
            disabled={busy}
            onClick={() => submit(() => api('DELETE', '/sessions'), 'All other browsers are signed out.')}
          >
            Sign out everywhere else
          </Button>
        )}
      </div>
    </div>
  );
}
