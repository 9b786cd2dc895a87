'use client';
import Link from 'next/link';
import { useState } from 'react';
import { api } from '@/lib/browser/api/api';
import { useSubmit } from '@/lib/browser/conversation/use-submit';
import type { ShareItem } from '@/lib/browser/share/share-item';
import { Button, buttonClass } from '../ui/button';
import { ConfirmDialog } from '../ui/confirm-dialog';
import { EmptyState } from '../ui/empty-state';
import { Notice } from '../ui/notice';
import { ShareRow } from './share-row';
import { texts } from './share-texts';

/** All links that somebody has made; `now` = when the server looked. */
export function MyLinks({ shares, now }: { shares: ShareItem[]; now: string }) {
  const { busy, submit, message } = useSubmit();
  const [asking, setAsking] = useState(false);
  const isOver = ({ revokedAt, expiresAt }: ShareItem) =>
    revokedAt !== null || (expiresAt !== null && expiresAt <= now);
  if (shares.length === 0) {
    return (
      <EmptyState title={texts.noneText}>
        <Link href="/" className={buttonClass()}>
          {texts.newChat}
        </Link>
      </EmptyState>
    );
  }
  return (
    <div className="flex flex-col gap-4">
      {shares.some(({ revokedAt }) => revokedAt === null) && (
        <Button look="danger" disabled={busy} onClick={() => setAsking(true)} className="self-end">
          {texts.revokeAll}
        </Button>
      )}
      {message && <Notice tone="danger">{message}</Notice>}
      <ul>
        {shares.map((share) => (
          <ShareRow key={share.id} share={share} isOver={isOver(share)} />
        ))}
      </ul>
      <ConfirmDialog
        open={asking}
        title={texts.revokeAllTitle}
        text={texts.revokeAllText}
        action={texts.revokeAll}
        onConfirm={() => submit(() => api('DELETE', '/shares'), texts.allRevoked)}
        onClose={() => setAsking(false)}
      />
    </div>
  );
}
