import { FileText } from 'lucide-react';
import { formatBytes } from '@/lib/browser/conversation/attachment-draft';
import { sharedFileAddress } from '@/lib/browser/share/shared-address';
import type { SharedPart } from '@/lib/protocol/projection/shown-message';
import { texts } from './texts';

interface SharedAttachmentsProps {
  parts: SharedPart[];
  runId: string | null;
  token: string | null;
}

/** What came with a question: by name, and to be opened where the level shows files. */
export function SharedAttachments({ parts, runId, token }: SharedAttachmentsProps) {
  const files = parts.filter((part) => part.type === 'attachment');
  if (files.length === 0) return null;
  const look = 'flex h-14 max-w-full items-center gap-2.5 rounded-card border border-line bg-raised pr-4 pl-1.5';
  return (
    <ul aria-label={texts.attachments} className="flex max-w-[85%] flex-wrap justify-end gap-2">
      {files.map(({ id, name, bytes }, index) => {
        const content = (
          <>
            <span className="grid size-11 flex-none place-items-center rounded-control bg-sunken text-muted">
              <FileText className="icon" aria-hidden />
            </span>
            <span className="flex min-w-0 flex-col">
              <span className="truncate font-medium text-sm">{name}</span>
              <span className="tabular text-muted text-xs">{formatBytes(bytes)}</span>
            </span>
          </>
        );
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a list that does not change.
          <li key={index} className="min-w-0 max-w-72">
            {id && runId && token ? (
              <a href={sharedFileAddress(token, runId, id)} download={name} className={`${look} hover:bg-hover`}>
                {content}
              </a>
            ) : (
              <span className={look}>{content}</span>
            )}
          </li>
        );
      })}
    </ul>
  );
}
