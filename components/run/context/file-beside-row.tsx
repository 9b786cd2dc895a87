'use client';
import { Check, GitMerge, type LucideIcon, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import type { FileComparison } from '@/lib/browser/run/contexts';
import { formatBytes } from '@/lib/browser/ui/format';
import { PlainText } from '../../ui/plain-text';
import { ScrollBox } from '../../ui/scroll-box';
import { AgentLetter } from '../agent/agent-letter';
import { FoldRow } from '../agent/rows/fold-row';
import { PatchView } from './patch-view';
import { texts } from './texts';

const STATES: Record<FileComparison['state'], { icon: LucideIcon; look: string }> = {
  clean: { icon: Check, look: 'text-muted' },
  mergeable: { icon: GitMerge, look: 'text-muted' },
  conflict: { icon: TriangleAlert, look: 'text-warn' },
};

/** One path, and what each agent made of it. */
export function FileBesideRow({ file }: { file: FileComparison }) {
  const [open, setOpen] = useState(false);
  const { icon: Icon, look } = STATES[file.state];
  return (
    <li className="border-line border-b px-3.5 py-1.5 last:border-b-0">
      <FoldRow
        open={open}
        onToggle={() => setOpen(!open)}
        head={
          <span className="flex min-w-0 flex-wrap items-center gap-x-2 gap-y-1">
            <span className="min-w-0 truncate font-mono text-text text-xs">{file.path}</span>
            <span className="flex gap-1">
              {file.versions.map(({ slot }) => (
                <AgentLetter key={slot} slot={slot} />
              ))}
            </span>
            <span className={`flex items-center gap-1 text-xs ${look}`}>
              <Icon className="icon" aria-hidden />
              {texts.comparisons[file.state]}
            </span>
          </span>
        }
      >
        <Versions file={file} />
      </FoldRow>
    </li>
  );
}

function Versions({ file: { versions, merged, note } }: { file: FileComparison }) {
  return (
    <div className="flex flex-col gap-3 pb-2">
      {note && <p className="text-muted text-sm">{note}</p>}
      {merged !== null && (
        <div>
          <p className="mb-1 text-muted text-xs">{texts.bothChanges}</p>
          <ScrollBox label={texts.bothChanges} className="max-h-72 rounded-control bg-sunken px-2.5 py-2">
            <pre className="font-mono text-xs">
              <PlainText text={merged} isCode />
            </pre>
          </ScrollBox>
        </div>
      )}
      {versions.map(({ slot, change, bytes, patch, note: about }) => (
        <div key={slot} className="flex flex-col gap-1">
          <p className="flex items-center gap-2 text-muted text-xs">
            <AgentLetter slot={slot} />
            {texts.changes[change]}
            {change !== 'removed' && ` · ${formatBytes(bytes)}`}
            {about && ` · ${about}`}
          </p>
          {patch && (
            <div className="overflow-hidden rounded-control border border-line">
              <PatchView patch={patch} />
            </div>
          )}
        </div>
      ))}
    </div>
  );
}
