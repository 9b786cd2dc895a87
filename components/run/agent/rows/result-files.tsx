import { Download } from 'lucide-react';
import { formatBytes } from '@/lib/browser/conversation/attachment-draft';
import { resultAddress } from '@/lib/browser/run/result-address';
import type { KeptContent } from '@/lib/protocol/tool-event';
import { PlainText } from '../../../ui/plain-text';
import { texts } from '../texts';

/** What a tool has given besides text: pictures are shown, the rest can be saved. */
export function ResultFiles({ runId, kept }: { runId: string; kept: KeptContent[] }) {
  return (
    <ul aria-label={texts.resultFiles} className="mb-2 flex flex-wrap items-end gap-2">
      {[...new Map(kept.map((content) => [content.hash, content])).values()].map(
        ({ kind, hash, bytes, mediaType = '' }) => (
          <li key={hash} className="min-w-0 max-w-full">
            {kind === 'image' ? (
              // biome-ignore lint/performance/noImgElement: private, as the tool gave it.
              <img
                src={resultAddress(runId, hash)}
                alt={texts.resultPicture(formatBytes(bytes))}
                loading="lazy"
                className="max-h-72 max-w-full rounded-control border border-line object-contain"
              />
            ) : (
              <a
                href={resultAddress(runId, hash)}
                download
                className="flex items-center gap-1.5 text-accent text-xs underline underline-offset-2"
              >
                <Download className="icon" aria-hidden />
                <PlainText text={texts.saveResult(mediaType || texts.resultFile, formatBytes(bytes))} />
              </a>
            )}
          </li>
        ),
      )}
    </ul>
  );
}
