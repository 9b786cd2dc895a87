'use client';
import { Download } from 'lucide-react';
import { useEffect, useState } from 'react';
import { errorText } from '@/lib/browser/api/api-error';
import { MAX_SHOWN_BYTES, type RunFile, readRunFile, runFileUrl } from '@/lib/browser/run/run-files';
import { formatBytes } from '@/lib/browser/ui/format';
import { buttonClass } from '../../ui/button';
import { PlainText } from '../../ui/plain-text';
import { Segmented } from '../../ui/segmented';
import { Skeleton } from '../../ui/skeleton';
import { AnswerDiff } from '../answers/answer-diff';
import { texts } from './texts';

interface FileViewProps {
  runId: string;
  slot: string;
  file: RunFile;
}

type Texts = { now: string | null; start: string | null } | { problem: string };

/** One file: its text, its changes since the start of the turn, and the file itself. */
export function FileView({ runId, slot, file }: FileViewProps) {
  const [mode, setMode] = useState<'text' | 'changes'>(file.status === 'changed' ? 'changes' : 'text');
  const [read, setRead] = useState<Texts | null>(null);
  const note = noteOn(file);
  const nowUrl = runFileUrl(runId, slot, file.path);
  const isDeleted = file.status === 'deleted';

  useEffect(() => {
    if (note) return;
    let isCurrent = true;
    const show = (next: Texts) => isCurrent && setRead(next);
    Promise.all([readRunFile(nowUrl), readRunFile(runFileUrl(runId, slot, file.path, 'start'))]).then(
      ([now, start]) => show({ now, start }),
      (error: unknown) => show({ problem: errorText(error) }),
    );
    return () => {
      isCurrent = false;
    };
  }, [note, nowUrl, runId, slot, file.path]);

  return (
    <div className="flex min-w-0 flex-col">
      <header className="flex flex-wrap items-center gap-2 border-line border-b px-3.5 py-2">
        <h4 className="min-w-0 flex-1 truncate font-mono text-xs" title={file.path}>
          {file.path}
        </h4>
        <span className="tabular text-muted text-xs">{formatBytes(file.bytes)}</span>
        {file.status === 'changed' && !note && (
          <Segmented
            label={texts.whatToShow}
            options={[
              { id: 'text', name: texts.text, label: texts.text },
              { id: 'changes', name: texts.changesTitle, label: texts.changes },
            ]}
            selected={mode}
            onSelect={setMode}
          />
        )}
        {file.kind === 'file' && (
          <a
            href={isDeleted ? runFileUrl(runId, slot, file.path, 'start') : nowUrl}
            download
            className={buttonClass('plain', 'sm')}
            aria-label={texts.downloadFile(file.path)}
          >
            <Download className="icon" aria-hidden />
            {texts.download}
          </a>
        )}
      </header>
      <div
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling box must be reachable by keyboard.
        tabIndex={0}
        className="max-h-[26rem] min-h-40 overflow-auto px-3.5 py-3 font-mono text-xs -outline-offset-2"
      >
        {note ? <p className="font-sans text-muted text-sm">{note}</p> : <Body read={read} file={file} mode={mode} />}
      </div>
    </div>
  );
}

function noteOn({ kind, bytes }: RunFile): string | null {
  if (kind === 'link') return texts.link;
  if (bytes > MAX_SHOWN_BYTES) return texts.tooLarge(formatBytes(MAX_SHOWN_BYTES));
  return null;
}

function Body({ read, file, mode }: { read: Texts | null; file: RunFile; mode: 'text' | 'changes' }) {
  if (!read) return <Skeleton className="h-24 w-full" />;
  if ('problem' in read) return <p className="font-sans text-danger text-sm">{read.problem}</p>;
  const text = file.status === 'deleted' ? read.start : read.now;
  if (text === null) return <p className="font-sans text-muted text-sm">{texts.binary}</p>;
  if (mode === 'changes' && read.start !== null) return <AnswerDiff before={read.start} after={text} />;
  if (text === '') return <p className="font-sans text-muted text-sm">{texts.empty}</p>;
  return (
    <pre dir="ltr" className="whitespace-pre-wrap break-words">
      <PlainText text={text} isCode />
    </pre>
  );
}
