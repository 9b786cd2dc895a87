'use client';
import { FileText, X } from 'lucide-react';
import { type AttachmentDraft, formatBytes } from '@/lib/browser/conversation/attachment-draft';
import { cx } from '../../ui/cx';
import { IconButton } from '../../ui/icon-button';
import { texts } from './texts';

interface AttachmentTrayProps {
  drafts: AttachmentDraft[];
  onRemove: (draft: AttachmentDraft) => void;
}

/** The files that go with the next message, each with its progress or what is wrong with it. */
export function AttachmentTray({ drafts, onRemove }: AttachmentTrayProps) {
  if (drafts.length === 0) return null;
  return (
    <ul
      aria-label={texts.filesToSend}
      className="flex max-h-50 flex-wrap gap-2 overflow-y-auto px-3 pt-3 max-sm:flex-nowrap"
    >
      {drafts.map((draft) => (
        <li
          key={draft.key}
          className={cx(
            'relative flex h-14 max-w-full flex-none items-center gap-2.5 overflow-hidden rounded-card border bg-bg pr-1 pl-1.5',
            draft.error ? 'border-danger max-sm:order-first' : 'border-line',
          )}
        >
          <Picture draft={draft} />
          <span className="flex min-w-0 max-w-56 flex-col max-sm:max-w-44">
            <span className="truncate font-medium text-sm" title={draft.name}>
              {draft.name}
            </span>
            <State draft={draft} />
          </span>
          <IconButton label={texts.removeFile(draft.name)} icon={X} onClick={() => onRemove(draft)} />
          {draft.attachment === null && draft.error === null && <Progress draft={draft} />}
        </li>
      ))}
    </ul>
  );
}

function Picture({ draft: { preview } }: { draft: AttachmentDraft }) {
  return (
    <span className="grid size-11 flex-none place-items-center overflow-hidden rounded-control bg-sunken text-muted">
      {preview ? (
        // biome-ignore lint/performance/noImgElement: a file of this page, which no image server can reach.
        <img src={preview} alt="" className="size-full object-cover" />
      ) : (
        <FileText className="icon" aria-hidden />
      )}
    </span>
  );
}

function State({ draft: { attachment, bytes, error } }: { draft: AttachmentDraft }) {
  if (error) {
    return (
      <span role="alert" className="line-clamp-2 text-danger text-xs leading-tight" title={error}>
        {error}
      </span>
    );
  }
  return (
    <span className="tabular text-muted text-xs">
      {formatBytes(bytes)}
      {attachment === null && texts.uploading}
    </span>
  );
}

function Progress({ draft: { name, progress } }: { draft: AttachmentDraft }) {
  return (
    <span
      role="progressbar"
      aria-label={texts.uploadingFile(name)}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={Math.round(progress * 100)}
      className="absolute inset-x-0 bottom-0 h-0.5 bg-sunken"
    >
      <span
        className="block h-full bg-accent transition-[width] duration-150"
        style={{ width: `${Math.round(progress * 100)}%` }}
      />
    </span>
  );
}
