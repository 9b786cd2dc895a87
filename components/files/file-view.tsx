'use client';
import { Download } from 'lucide-react';
import { useEffect, useState } from 'react';
import { errorText } from '@/lib/client/api-error';
import { formatBytes } from '@/lib/client/format';
import { MAX_SHOWN_BYTES, type RunFile, readRunFile, runFileUrl } from '@/lib/client/run-files';
import { AnswerDiff } from '../decision/answer-diff';
import { buttonClass } from '../ui/button';
import { Segmented } from '../ui/segmented';
import { Skeleton } from '../ui/skeleton';

interface FileViewProps {
  runId: string;
  slot: string;
  file: RunFile;
}

type Texts = { now: string | null; start: string | null } | { problem: string };

/** One file: its text, its changes since the start of the turn, and the file itself. */
export function FileView({ runId, slot, file }: FileViewProps) {
  const [mode, setMode] = useState<'text' | 'changes'>(file.status === 'changed' ? 'changes' : 'text');
  const [texts, setTexts] = useState<Texts | null>(null);
  const note = noteOn(file);
  const nowUrl = runFileUrl(runId, slot, file.path);
  const isDeleted = file.status === 'deleted';

  useEffect(() => {
    if (note) return;
    let isCurrent = true;
    const show = (next: Texts) => isCurrent && setTexts(next);
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
            label="What to show"
            options={[
              { id: 'text', name: 'Text', label: 'Text' },
              { id: 'changes', name: 'Changes since the start of the turn', label: 'Changes' },
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
            aria-label={`Download ${file.path}`}
          >
            <Download className="icon" aria-hidden />
            Download
          </a>
        )}
      </header>
      <div
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling box must be reachable by keyboard.
        tabIndex={0}
        className="max-h-[26rem] min-h-40 overflow-auto px-3.5 py-3 font-mono text-xs -outline-offset-2"
      >
        {note ? <p className="font-sans text-muted text-sm">{note}</p> : <Body texts={texts} file={file} mode={mode} />}
      </div>
    </div>
  );
}

function noteOn({ kind, bytes }: RunFile): string | null {
  if (kind === 'link') return 'A link. Links are not followed.';
  if (bytes > MAX_SHOWN_BYTES)
    return `Files above ${formatBytes(MAX_SHOWN_BYTES)} are not shown. Download it to read it.`;
  return null;
}

function Body({ texts, file, mode }: { texts: Texts | null; file: RunFile; mode: 'text' | 'changes' }) {
  if (!texts) return <Skeleton className="h-24 w-full" />;
  if ('problem' in texts) return <p className="font-sans text-danger text-sm">{texts.problem}</p>;
  const text = file.status === 'deleted' ? texts.start : texts.now;
  if (text === null) return <p className="font-sans text-muted text-sm">A binary file. Download it to open it.</p>;
  if (mode === 'changes' && texts.start !== null) return <AnswerDiff before={texts.start} after={text} />;
  if (text === '') return <p className="font-sans text-muted text-sm">The file is empty.</p>;
  return <pre className="whitespace-pre-wrap break-words">{text}</pre>;
}
