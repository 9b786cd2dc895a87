import type { ReactNode } from 'react';
import type { ContextDiff } from '@/lib/browser/run/contexts';
import { formatBytes } from '@/lib/browser/ui/format';
import { cx } from '../../../ui/cx';
import { FILE_STATUS } from '../file-status';
import { ItemRow } from '../item-row';
import { PatchView } from '../patch-view';
import { texts } from '../texts';

/** What has come between two snapshots: files, work, plan. */
export function ContextDiffView({ diff }: { diff: ContextDiff }) {
  const { files, items, plan } = diff;
  if (files.length + items.added.length + plan.length === 0) {
    return <p className="text-muted text-sm">{texts.sameContent}</p>;
  }
  return (
    <div className="flex flex-col gap-6">
      {files.length > 0 && (
        <Part title={texts.counted(texts.parts.files, files.length)}>
          {files.map(({ path, status, bytes, patch, note }) => (
            <article key={path} aria-label={path} className="overflow-hidden rounded-card border border-line">
              <h4 className="flex items-center gap-2 bg-sunken px-3 py-1.5 text-xs">
                <span className="min-w-0 flex-1 truncate font-mono" title={path}>
                  {path}
                </span>
                <span className={FILE_STATUS[status]}>{texts.changes[status]}</span>
                <span className="tabular text-muted">{formatBytes(bytes)}</span>
              </h4>
              {patch === null ? (
                note && <p className="px-3 py-2 text-muted text-sm">{note}</p>
              ) : (
                <PatchView patch={patch} />
              )}
            </article>
          ))}
        </Part>
      )}
      {items.added.length > 0 && (
        <Part title={texts.counted(texts.work, items.added.length)}>
          <ol className="flex flex-col gap-2.5">
            {items.added.map((item, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: what lies between two snapshots never changes.
              <li key={index}>
                <ItemRow item={item} />
              </li>
            ))}
          </ol>
        </Part>
      )}
      {plan.length > 0 && (
        <Part title={texts.counted(texts.parts.plan, plan.length)}>
          <ul className="flex flex-col gap-1 text-sm">
            {plan.map(({ id, text, from, to }) => (
              <li key={id} className="flex gap-3">
                <span className={cx('min-w-0 flex-1', to === null && 'text-muted line-through decoration-1')}>
                  {text}
                </span>
                <span className="text-muted text-xs leading-5">{planWords(from, to)}</span>
              </li>
            ))}
          </ul>
        </Part>
      )}
    </div>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section aria-label={title} className="flex flex-col gap-2">
      <h3 className="font-medium text-sm">{title}</h3>
      {children}
    </section>
  );
}

function planWords(from: string | null, to: string | null): string {
  const word = (status: string) => (texts.tasks as Record<string, string>)[status] ?? status;
  if (from === null) return texts.newTask(word(to ?? ''));
  return to === null ? texts.taskRemoved : from === to ? texts.taskReworded : `${word(from)} → ${word(to)}`;
}
