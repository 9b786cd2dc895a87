import { useCallback, useEffect, useRef, useState } from 'react';
import { api } from '@/lib/browser/api/api';
import { errorText } from '@/lib/browser/api/api-error';
import { uploadFile } from '@/lib/browser/api/upload-file';
import { announce } from '@/lib/browser/ui/announce';
import type { AttachmentRef } from '@/lib/protocol/attachment';
import { attachmentAddress } from './attachment-address';
import { type AttachmentDraft, kindOf, refusalOf } from './attachment-draft';
import { texts } from './texts';

export interface Attachments {
  drafts: AttachmentDraft[];
  add: (files: File[]) => void;
  remove: (draft: AttachmentDraft) => void;
  /** Empties the composer for a message that is being sent. */
  take: () => AttachmentDraft[];
  /** Puts back what a refused message had. */
  giveBack: (drafts: AttachmentDraft[]) => void;
  /** Puts back files of an earlier visit, which the server has already. */
  restore: (attachments: AttachmentRef[]) => void;
}

/** What of the drafts can be sent. */
export function readyAttachments(drafts: AttachmentDraft[]): AttachmentRef[] {
  return drafts.flatMap(({ attachment }) => (attachment ? [attachment] : []));
}

/** True while files are on their way: sending now would leave them out. */
export function isUploading(drafts: AttachmentDraft[]): boolean {
  return drafts.some(({ attachment, error }) => attachment === null && error === null);
}

let nextKey = 1;

/** The files of a composer, uploaded as soon as they are added. */
export function useAttachments(): Attachments {
  const [drafts, setDrafts] = useState<AttachmentDraft[]>([]);
  const current = useRef(drafts);
  const uploads = useRef(new Map<number, AbortController>());

  const change = useCallback((next: (before: AttachmentDraft[]) => AttachmentDraft[]) => {
    current.current = next(current.current);
    setDrafts(current.current);
  }, []);

  useEffect(() => {
    const running = uploads.current;
    return () => {
      for (const upload of running.values()) upload.abort();
    };
  }, []);

  const upload = useCallback(
    async (draft: AttachmentDraft, file: File) => {
      const update = (news: Partial<AttachmentDraft>) =>
        change((before) => before.map((entry) => (entry.key === draft.key ? { ...entry, ...news } : entry)));
      const abort = new AbortController();
      uploads.current.set(draft.key, abort);
      try {
        const onProgress = (progress: number) => update({ progress });
        const attachment = await uploadFile(file, { onProgress, signal: abort.signal });
        update({ attachment, kind: attachment.kind, progress: 1 });
      } catch (cause) {
        if (!abort.signal.aborted) update({ error: errorText(cause) });
      } finally {
        uploads.current.delete(draft.key);
      }
    },
    [change],
  );

  const add = useCallback(
    (files: File[]) => {
      for (const file of files) {
        const kind = kindOf(file);
        const error = refusalOf(file, current.current);
        const draft: AttachmentDraft = {
          key: nextKey++,
          name: file.name,
          bytes: file.size,
          kind,
          preview: kind === 'image' && error === null ? URL.createObjectURL(file) : null,
          progress: 0,
          attachment: null,
          error,
        };
        change((before) => [...before, draft]);
        if (error === null) void upload(draft, file);
      }
      if (files.length > 0) announce(texts.attached(files.length));
    },
    [change, upload],
  );

  const remove = useCallback(
    (draft: AttachmentDraft) => {
      uploads.current.get(draft.key)?.abort();
      change((before) => before.filter(({ key }) => key !== draft.key));
      if (draft.preview) URL.revokeObjectURL(draft.preview);
      announce(texts.removed(draft.name));
      // An earlier message may have it too; what nobody uses, the server removes by itself.
      if (draft.attachment) void api('DELETE', `/attachments/${draft.attachment.id}`).catch(() => undefined);
    },
    [change],
  );

  const take = useCallback(() => {
    const taken = current.current;
    change(() => []);
    return taken;
  }, [change]);

  const giveBack = useCallback((back: AttachmentDraft[]) => change((before) => [...back, ...before]), [change]);

  const restore = useCallback(
    (attachments: AttachmentRef[]) => {
      const restored = attachments.map((attachment) => ({
        key: nextKey++,
        name: attachment.name,
        bytes: attachment.bytes,
        kind: attachment.kind,
        preview: attachment.kind === 'image' ? attachmentAddress(attachment.id) : null,
        progress: 1,
        attachment,
        error: null,
      }));
      if (restored.length > 0) change((before) => [...restored, ...before]);
    },
    [change],
  );

  return { drafts, add, remove, take, giveBack, restore };
}
