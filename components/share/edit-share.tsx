'use client';
import { useState } from 'react';
import { api } from '@/lib/browser/api/api';
import { useSubmit } from '@/lib/browser/conversation/use-submit';
import { type ShareChoices, shareBody } from '@/lib/browser/share/share-choices';
import type { ShareItem } from '@/lib/browser/share/share-item';
import { Button } from '../ui/button';
import { Notice } from '../ui/notice';
import { ShareForm } from './share-form';
import { texts } from './share-texts';

interface EditShareProps {
  share: ShareItem;
  /** The day on which it ends, in words. */
  ends: string | null;
  onClose: () => void;
}

/** Changes a link at its address. */
export function EditShare({ share, ends, onClose }: EditShareProps) {
  const [choices, setChoices] = useState<ShareChoices>({
    ...share,
    people: share.people.join(', '),
    password: '',
    days: ends === null ? 0 : null,
    title: share.title ?? '',
  });
  const { busy, submit, faultAt, message } = useSubmit();
  const change = async (body: object, done: string) => {
    if (await submit(() => api('PATCH', `/shares/${share.id}`, body), done)) onClose();
  };
  return (
    <div className="flex flex-col gap-4">
      <ShareForm
        choices={choices}
        onChange={setChoices}
        faultAt={faultAt}
        before={{ hasPassword: share.hasPassword, ends }}
      />
      {message && <Notice tone="danger">{message}</Notice>}
      <div className="flex flex-wrap justify-end gap-2">
        {share.hasPassword && (
          <Button disabled={busy} onClick={() => change({ password: null }, texts.passwordRemoved)}>
            {texts.removePassword}
          </Button>
        )}
        <Button
          look="primary"
          disabled={busy}
          onClick={() => change(shareBody(choices, share.hasPassword), texts.saved)}
        >
          {texts.save}
        </Button>
      </div>
    </div>
  );
}
