import { useCallback, useEffect, useRef, useState } from 'react';
import { createLimiter } from '@/lib/browser/api/limiter';
import type { AttachmentRef } from '@/lib/protocol/attachment';
import type { AttachmentDraft } from './attachment-draft';
import { drafts } from './drafts';
import { type Attachments, readyAttachments, useAttachments } from './use-attachments';

const KEEP_EVERY_MS = 300;

interface KeptMessage {
  text: string;
  attachments: AttachmentRef[];
}

/** A message that is being sent: it stays in the draft until the server has it. */
export interface TakenMessage {
  text: string;
  files: AttachmentDraft[];
}

export interface MessageDraft {
  text: string;
  setText: (text: string) => void;
  attachments: Attachments;
  /** Empties the box for a message that is being sent, so that the next words are safe; files may stay. */
  take: (options?: { files: boolean }) => TakenMessage;
  /** It was refused: it comes back, before what was written since. */
  giveBack: (message: TakenMessage) => void;
  /** The server has it. */
  sent: () => void;
}

/** What is written and attached in a composer, kept over reloads, other pages and a new sign-in under `key`. */
export function useMessageDraft(key: string): MessageDraft {
  const [text, show] = useState('');
  const attachments = useAttachments();
  const { take, giveBack, restore } = attachments;
  const current = useRef({ text: '', files: attachments.drafts, sending: null as TakenMessage | null });

  const [keeper] = useState(() =>
    createLimiter(() => {
      const { text, files, sending } = current.current;
      const kept: KeptMessage = {
        text: [sending?.text, text].filter(Boolean).join('\n\n'),
        attachments: readyAttachments([...(sending?.files ?? []), ...files]),
      };
      drafts.keep(key, kept.text === '' && kept.attachments.length === 0 ? null : kept);
    }, KEEP_EVERY_MS),
  );

  const setText = useCallback(
    (next: string) => {
      current.current.text = next;
      show(next);
      keeper.schedule();
    },
    [keeper],
  );

  const isRestored = useRef(false);
  useEffect(() => {
    if (isRestored.current) return;
    isRestored.current = true;
    const kept = drafts.read<KeptMessage>(key);
    if (!kept) return;
    // What was typed before the page's script had loaded is the later one.
    if (current.current.text === '') setText(kept.text);
    restore(kept.attachments);
  }, [key, restore, setText]);

  useEffect(() => {
    current.current.files = attachments.drafts;
    if (isRestored.current) keeper.schedule();
  }, [attachments.drafts, keeper]);

  useEffect(() => {
    window.addEventListener('pagehide', keeper.flush);
    return () => {
      window.removeEventListener('pagehide', keeper.flush);
      keeper.flush();
    };
  }, [keeper]);

  return {
    text,
    setText,
    attachments,
    take({ files } = { files: true }) {
      const taken = { text: current.current.text, files: files ? take() : [] };
      if (files) current.current.files = [];
      current.current.sending = taken;
      setText('');
      return taken;
    },
    giveBack({ text: message, files }) {
      current.current.sending = null;
      giveBack(files);
      setText([message, current.current.text].filter(Boolean).join('\n\n'));
    },
    sent() {
      current.current.sending = null;
      keeper.flush();
    },
  };
}
