'use client';
import { useEffect, useState } from 'react';
import { api } from '@/lib/browser/api/api';
import { useSubmit } from '@/lib/browser/conversation/use-submit';
import { FIRST_CHOICES, shareBody, shownBody } from '@/lib/browser/share/share-choices';
import type { SharedView } from '@/lib/protocol/projection/shared-view';
import { Button } from '../ui/button';
import { Notice } from '../ui/notice';
import { texts as buttonTexts } from './button-texts';
import { ShareForm } from './share-form';
import { ShareMade } from './share-made';
import { texts } from './share-texts';
import { SharedConversation } from './shared-conversation';

interface ShareStepsProps {
  conversationId: string;
  leafId?: string;
  onTitle: (title: string) => void;
  onClose: () => void;
}

/** Choose, see exactly what a stranger will see, make the link. */
export function ShareSteps({ conversationId, leafId, onTitle, onClose }: ShareStepsProps) {
  const [choices, setChoices] = useState(FIRST_CHOICES);
  const [view, setView] = useState<SharedView | null>(null);
  const [url, setUrl] = useState<string | null>(null);
  const { busy, submit, faultAt, message } = useSubmit();
  const of = { conversationId, ...(leafId !== undefined && { leafId }) };
  const title = url ? texts.madeTitle : view ? texts.previewTitle : buttonTexts.title;
  useEffect(() => onTitle(title), [onTitle, title]);

  const preview = () =>
    submit(async () => setView(await api<SharedView>('POST', '/shares/preview', { ...of, ...shownBody(choices) })));
  const create = async () => {
    const made = await submit(async () => {
      const body = { ...of, ...shareBody(choices) };
      setUrl((await api<{ share: { url: string } }>('POST', '/shares', body)).share.url);
    });
    // The fault stands at its field.
    if (!made) setView(null);
  };

  if (url) return <ShareMade url={url} onClose={onClose} />;
  return (
    <div className="flex flex-col gap-4">
      {view ? (
        <>
          <p className="text-muted text-sm">{texts.previewText}</p>
          <section
            aria-label={texts.previewTitle}
            // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be scrolled by keyboard.
            tabIndex={0}
            className="max-h-[55dvh] overflow-y-auto rounded-card border border-line bg-bg px-4 py-6"
          >
            <SharedConversation view={view} token={null} />
          </section>
        </>
      ) : (
        <ShareForm choices={choices} onChange={setChoices} faultAt={faultAt} />
      )}
      {message && <Notice tone="danger">{message}</Notice>}
      <div className="flex justify-end gap-2">
        {view && (
          <Button disabled={busy} onClick={() => setView(null)} className="pointer-coarse:min-h-11">
            {texts.back}
          </Button>
        )}
        <Button look="primary" disabled={busy} onClick={view ? create : preview} className="pointer-coarse:min-h-11">
          {view ? texts.create : texts.preview}
        </Button>
      </div>
    </div>
  );
}
