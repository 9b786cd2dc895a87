'use client';
import { File, Link2 } from 'lucide-react';
import type { RunFile, RunFiles } from '@/lib/browser/run/run-files';
import { cx } from '../../ui/cx';
import { texts } from './texts';

const STATUS: Record<RunFile['status'], string> = {
  same: 'text-muted',
  added: 'text-ok',
  changed: 'text-warn',
  deleted: 'text-danger',
};

interface FileListProps {
  files: RunFiles;
  selected: string;
  onSelect: (path: string) => void;
}

/** The files by path, each with what became of it in this turn. */
export function FileList({ files, selected, onSelect }: FileListProps) {
  return (
    <nav
      aria-label={texts.filesOf(files.slot ?? '')}
      className="max-h-48 overflow-y-auto border-line border-b p-1.5 md:max-h-[26rem] md:border-r md:border-b-0"
    >
      {files.items.map((file) => {
        const Icon = file.kind === 'link' ? Link2 : File;

        return (
          <button
            key={file.path}
            type="button"
            aria-pressed={file.path === selected}
            onClick={() => onSelect(file.path)}
            title={file.path}
            className={cx(
              'flex w-full items-center gap-1.5 rounded-control px-2 py-1.5 text-left text-sm -outline-offset-2',
              file.path === selected ? 'bg-hover' : 'hover:bg-hover',
            )}
          >
            <Icon className="icon text-muted" aria-hidden />
            <span className={cx('min-w-0 flex-1 truncate', file.status === 'deleted' && 'line-through decoration-1')}>
              {file.path}
            </span>
            <span className={cx('flex-none text-xs', STATUS[file.status])}>{texts.statuses[file.status]}</span>
          </button>
        );
      })}
      <p className="px-2 pt-2 pb-1 text-muted text-xs">
        {files.isCut && `${texts.listCut} `}
        <span className="font-mono">{texts.notListed.git}</span> {texts.notListed.and}{' '}
        <span className="font-mono">{texts.notListed.modules}</span> {texts.notListed.after}
      </p>
    </nav>
  );
}
