'use client';
import { Diff, Ellipsis, GitBranch } from 'lucide-react';
import type { Version } from '@/lib/browser/run/sharing-log';
import { contextName, versionWords } from '@/lib/browser/run/sharing-words';
import { formatBytes, formatClock } from '@/lib/browser/ui/format';
import { Button } from '../../../ui/button';
import { Menu } from '../../../ui/menu';
import { texts } from '../texts';
import type { OpenedVersion } from './version-action';

interface VersionRowProps {
  version: Version;
  onOpen: (opened: OpenedVersion) => void;
}

/** One snapshot: what it was captured at, what was newly stored, its hash, what can be done with it. */
export function VersionRow({ version, onOpen }: VersionRowProps) {
  const { hash, bytes, files, ms, kind } = version;
  const name = contextName(version);
  return (
    <li className="flex items-center gap-1 border-line border-b py-1.5 pr-1.5 pl-3.5 last:border-b-0">
      <div className="min-w-0 flex-1">
        <p className="flex items-baseline gap-2 text-sm">
          <span className={kind === 'answer' ? 'font-medium' : 'text-muted'}>{versionWords(version)}</span>
          <span className="tabular text-muted text-xs">{formatClock(ms)}</span>
        </p>
        <p className="tabular truncate text-muted text-xs">
          +{formatBytes(bytes)}
          {files > 0 && ` · ${texts.files(files)}`} ·{' '}
          <span className="font-mono" title={hash}>
            {hash.slice(0, 8)}
          </span>
        </p>
      </div>
      <Button
        look="quiet"
        size="sm"
        aria-label={texts.showVersion(name)}
        title={texts.showVersion(name)}
        onClick={() => onOpen({ action: 'show', version })}
      >
        {texts.show}
      </Button>
      <Menu
        label={texts.more(name, formatClock(ms))}
        trigger={<Ellipsis className="icon" aria-hidden />}
        triggerClass="grid size-7 place-items-center rounded-control text-muted hover:bg-hover hover:text-text"
        items={[
          { label: texts.compareWith, icon: Diff, onSelect: () => onOpen({ action: 'compare', version }) },
          { label: texts.continueFromHere, icon: GitBranch, onSelect: () => onOpen({ action: 'continue', version }) },
        ]}
      />
    </li>
  );
}
