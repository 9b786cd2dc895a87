import { Download, File, Link2 } from 'lucide-react';
import { contextFileUrl, type StoredContext } from '@/lib/browser/run/contexts';
import { formatBytes } from '@/lib/browser/ui/format';
import { cx } from '../../ui/cx';
import { IconButtonLink } from '../../ui/icon-button-link';
import { FILE_STATUS } from './file-status';
import { texts } from './texts';

/** The files of a snapshot, those first that the turn has changed; each to be downloaded as it was. */
export function ContextFiles({ context }: { context: Pick<StoredContext, 'id' | 'files' | 'changes'> }) {
  const status = new Map(context.changes.map((change) => [change.path, change.status]));
  const removed = context.changes
    .filter((change) => change.status === 'removed')
    .map(({ path, bytes }) => ({ path, bytes, hash: null, kind: 'file' as const }));
  const rank = (path: string) => Number(!status.has(path));
  const files = [...context.files, ...removed].sort((a, b) => rank(a.path) - rank(b.path));
  return (
    <ul>
      {files.map(({ path, hash, bytes, kind }) => {
        const Icon = kind === 'link' ? Link2 : File;
        const change = status.get(path);
        return (
          <li key={path} className="flex min-h-9 items-center gap-3 border-line border-b text-sm last:border-b-0">
            <Icon className="icon text-muted" aria-hidden />
            <span
              className={cx('min-w-0 flex-1 truncate', change === 'removed' && 'line-through decoration-1')}
              title={path}
            >
              {path}
            </span>
            {texts.kinds[kind] && <span className="flex-none text-muted text-xs">{texts.kinds[kind]}</span>}
            {change && <span className={cx('flex-none text-xs', FILE_STATUS[change])}>{texts.changes[change]}</span>}
            <span className="tabular w-16 flex-none text-right text-muted text-xs">{formatBytes(bytes)}</span>
            <span className="w-16 flex-none font-mono text-muted text-xs max-sm:hidden" title={hash ?? undefined}>
              {hash?.slice(0, 8)}
            </span>
            <span className="size-8 flex-none">
              {kind === 'file' && hash && (
                <IconButtonLink label={texts.download(path)} icon={Download} href={contextFileUrl(context.id, path)} />
              )}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
