'use client';
import { Download, FileText } from 'lucide-react';
import { useState } from 'react';
import { attachmentAddress } from '@/lib/browser/conversation/attachment-address';
import { formatBytes } from '@/lib/browser/conversation/attachment-draft';
import type { AttachmentRef } from '@/lib/protocol/attachment';
import { Dialog } from '../ui/dialog';
import { texts } from './texts';

/** What came with a message: images open large, other files are saved. */
export function MessageAttachments({ attachments }: { attachments: AttachmentRef[] }) {
  const [opened, setOpened] = useState<AttachmentRef | null>(null);
  return (
    <>
      <ul aria-label={texts.attachedFiles} className="flex max-w-[85%] flex-wrap items-end justify-end gap-2">
        {attachments.map((attachment) => (
          <li key={attachment.id} className="min-w-0 max-w-full">
            {attachment.kind === 'image' ? (
              <Thumbnail attachment={attachment} onOpen={() => setOpened(attachment)} />
            ) : (
              <FileLink attachment={attachment} />
            )}
          </li>
        ))}
      </ul>
      <Dialog open={opened !== null} onClose={() => setOpened(null)} title={opened?.name ?? ''} shape="large">
        {opened && (
          <>
            {/* biome-ignore lint/performance/noImgElement: private, as uploaded. */}
            <img
              src={attachmentAddress(opened.id)}
              alt={opened.name}
              className="mx-auto max-h-[75dvh] max-w-full rounded-control object-contain"
            />
            <p className="mt-3 flex items-center justify-between gap-3 text-muted text-xs">
              {formatBytes(opened.bytes)}
              <a
                href={attachmentAddress(opened.id)}
                download={opened.name}
                className="flex items-center gap-1.5 text-accent underline underline-offset-2"
              >
                <Download className="icon" aria-hidden />
                {texts.save}
              </a>
            </p>
          </>
        )}
      </Dialog>
    </>
  );
}

function Thumbnail({ attachment: { id, name }, onOpen }: { attachment: AttachmentRef; onOpen: () => void }) {
  return (
    <button
      type="button"
      aria-label={texts.open(name)}
      title={name}
      onClick={onOpen}
      className="block size-28 overflow-hidden rounded-card border border-line bg-sunken transition-colors duration-150 hover:border-muted"
    >
      {/* biome-ignore lint/performance/noImgElement: private, as uploaded. */}
      <img src={attachmentAddress(id)} alt={name} loading="lazy" className="size-full object-cover" />
    </button>
  );
}

function FileLink({ attachment: { id, name, bytes } }: { attachment: AttachmentRef }) {
  return (
    <a
      href={attachmentAddress(id)}
      download={name}
      title={texts.saveFile(name)}
      className="flex h-14 max-w-72 items-center gap-2.5 rounded-card border border-line bg-raised pr-4 pl-1.5 transition-colors duration-150 hover:bg-hover"
    >
      <span className="grid size-11 flex-none place-items-center rounded-control bg-sunken text-muted">
        <FileText className="icon" aria-hidden />
      </span>
      <span className="flex min-w-0 flex-col">
        <span className="truncate font-medium text-sm">{name}</span>
        <span className="tabular text-muted text-xs">{formatBytes(bytes)}</span>
      </span>
    </a>
  );
}
