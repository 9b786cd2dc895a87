'use client';
import Link from 'next/link';
import { useState } from 'react';
import { api } from '@/lib/browser/api/api';
import { useSubmit } from '@/lib/browser/conversation/use-submit';
import type { ShareItem } from '@/lib/browser/share/share-item';
import { texts as shareTexts } from '../share/share-texts';
import { Button } from '../ui/button';
import { Chip } from '../ui/chip';
import { ConfirmDialog } from '../ui/confirm-dialog';
import { Notice } from '../ui/notice';
import { PlainText } from '../ui/plain-text';
import { texts } from './texts';

export interface WorkspaceLinkItem extends Pick<ShareItem, 'id' | 'conversationId' | 'level' | 'audience'> {
  title: string;
  ownerName: string;
  /** It opens for nobody until somebody takes it over. */
  isOrphaned: boolean;
}

/** The links to what this workspace has published: who made each, and what an administrator can do with it. */
export function LinkList({ links }: { links: WorkspaceLinkItem[] }) {
  const { busy, submit, message } = useSubmit();
  const [ending, setEnding] = useState<WorkspaceLinkItem | null>(null);
  if (links.length === 0) return <p className="text-muted text-sm">{texts.noLinks}</p>;
  const takeOver = ({ id }: WorkspaceLinkItem) =>
    submit(() => api('PATCH', `/shares/${id}`, { takeOver: true }), texts.takenOver);
  return (
    <div className="flex flex-col gap-3">
      {message && <Notice tone="danger">{message}</Notice>}
      <ul className="rounded-card border border-line bg-raised">
        {links.map((link) => (
          <li
            key={link.id}
            className="flex flex-wrap items-center gap-2 border-line border-b px-3 py-2 last:border-b-0"
          >
            <div className="min-w-0 flex-1">
              <p className="flex min-w-0 items-center gap-2 text-sm">
                <Link href={`/c/${link.conversationId}`} dir="auto" className="truncate hover:underline">
                  <PlainText text={link.title} />
                </Link>
                {link.isOrphaned && <Chip tone="warn">{texts.opensForNobody}</Chip>}
              </p>
              <p className="truncate text-muted text-xs">
                {[
                  texts.linkBy(link.ownerName),
                  shareTexts.levelName(link.level),
                  shareTexts.audienceName(link.audience),
                ].join(' · ')}
              </p>
            </div>
            {link.isOrphaned && (
              <Button
                size="sm"
                disabled={busy}
                aria-label={texts.takeOverOf(link.title)}
                className="pointer-coarse:min-h-11"
                onClick={() => takeOver(link)}
              >
                {texts.takeOver}
              </Button>
            )}
            <Button
              size="sm"
              look="danger"
              disabled={busy}
              aria-label={texts.revokeOf(link.title)}
              className="pointer-coarse:min-h-11"
              onClick={() => setEnding(link)}
            >
              {shareTexts.revoke}
            </Button>
          </li>
        ))}
      </ul>
      <ConfirmDialog
        open={ending !== null}
        title={shareTexts.revokeTitle}
        text={shareTexts.revokeText}
        action={shareTexts.revoke}
        onConfirm={() => ending && submit(() => api('DELETE', `/shares/${ending.id}`), shareTexts.revoked)}
        onClose={() => setEnding(null)}
      />
    </div>
  );
}
