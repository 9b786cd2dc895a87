'use client';
import Link from 'next/link';
import { useState } from 'react';
import { api } from '@/lib/browser/api/api';
import { useSubmit } from '@/lib/browser/conversation/use-submit';
import type { ShareItem } from '@/lib/browser/share/share-item';
import { copyText } from '@/lib/browser/ui/copy-text';
import { Button } from '../ui/button';
import { Chip } from '../ui/chip';
import { ConfirmDialog } from '../ui/confirm-dialog';
import { Dialog } from '../ui/dialog';
import { Notice } from '../ui/notice';
import { PlainText } from '../ui/plain-text';
import { EditShare } from './edit-share';
import { texts } from './share-texts';

const day = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeZone: 'UTC' });
const dayOf = (time: string | null) => time && day.format(new Date(time));

/** One link: what it shows to whom, how often it was opened, and what can be done with it. */
export function ShareRow({ share, isOver }: { share: ShareItem; isOver: boolean }) {
  const { busy, submit, message } = useSubmit();
  const [asking, setAsking] = useState<'edit' | 'revoke' | null>(null);
  const title = share.title ?? share.conversationTitle;
  const ends = dayOf(share.expiresAt);
  const facts = [
    texts.levelName(share.level),
    share.systemMessages && texts.systemMessages,
    share.snapshotAt ? texts.snapshotOf(dayOf(share.snapshotAt) ?? '') : texts.live,
    texts.audienceName(share.audience),
    share.hasPassword && texts.withPassword,
    !isOver && ends && texts.endsOn(ends),
  ].filter(Boolean);
  const copy = () =>
    submit(async () => {
      const made = await api<{ share: { url: string } }>('POST', `/shares/${share.id}/link`);
      await copyText(made.share.url);
    }, texts.copied);
  const button = (name: string, onClick: () => void, look: 'plain' | 'danger' = 'plain') => (
    <Button
      size="sm"
      look={look}
      disabled={busy}
      aria-label={texts.rowAction(name, title)}
      onClick={onClick}
      className="pointer-coarse:min-h-11"
    >
      {name}
    </Button>
  );
  return (
    <li className="flex flex-col gap-2 border-line border-t py-4 first:border-t-0">
      <div className="flex min-w-0 items-center gap-2">
        <Link
          href={`/c/${share.conversationId}`}
          dir="auto"
          className="min-w-0 truncate font-medium text-sm hover:underline"
        >
          <PlainText text={title} />
        </Link>
        {isOver && <Chip>{share.revokedAt ? texts.isRevoked : texts.isExpired}</Chip>}
      </div>
      <p className="text-muted text-xs">{facts.join(' · ')}</p>
      <p className="tabular text-muted text-xs">{texts.views(share.views, dayOf(share.lastViewedAt))}</p>
      {!share.revokedAt && (
        <div className="flex flex-wrap gap-2">
          {button(texts.copy, copy)}
          {share.mode === 'snapshot' &&
            button(texts.update, () =>
              submit(() => api('PATCH', `/shares/${share.id}`, { refresh: true }), texts.updated),
            )}
          {button(texts.edit, () => setAsking('edit'))}
          {button(texts.revoke, () => setAsking('revoke'), 'danger')}
        </div>
      )}
      {message && <Notice tone="danger">{message}</Notice>}
      <Dialog open={asking === 'edit'} onClose={() => setAsking(null)} title={texts.editTitle} shape="large">
        <div className="sm:w-[40rem] sm:max-w-full">
          <EditShare share={share} ends={ends} onClose={() => setAsking(null)} />
        </div>
      </Dialog>
      <ConfirmDialog
        open={asking === 'revoke'}
        title={texts.revokeTitle}
        text={texts.revokeText}
        action={texts.revoke}
        onConfirm={() => submit(() => api('DELETE', `/shares/${share.id}`), texts.revoked)}
        onClose={() => setAsking(null)}
      />
    </li>
  );
}
