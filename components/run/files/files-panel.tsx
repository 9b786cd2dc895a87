'use client';
import { Download } from 'lucide-react';
import { useEffect, useState } from 'react';
import { errorText } from '@/lib/browser/api/api-error';
import { fileChanges, type RunFiles, readRunFiles, runArchiveUrl } from '@/lib/browser/run/run-files';
import type { RunState } from '@/lib/protocol/state';
import { buttonClass } from '../../ui/button';
import { Notice } from '../../ui/notice';
import { Segmented } from '../../ui/segmented';
import { Skeleton } from '../../ui/skeleton';
import { AgentLetter } from '../agent/agent-letter';
import { FileList } from './file-list';
import { FileView } from './file-view';
import { texts } from './texts';

/** The working folders of the agents that have one: what is in them and what this turn did to it. */
export function FilesPanel({ run }: { run: RunState }) {
  const [slot, setSlot] = useState<string | null>(null);
  const [path, setPath] = useState<string | null>(null);
  const [files, setFiles] = useState<RunFiles | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const changes = fileChanges(run);

  // biome-ignore lint/correctness/useExhaustiveDependencies: read again when an agent has done something.
  useEffect(() => {
    let isCurrent = true;
    readRunFiles(run.runId, slot).then(
      (read) => {
        if (!isCurrent) return;
        setFiles(read);
        setProblem(null);
      },
      (error: unknown) => isCurrent && setProblem(errorText(error)),
    );
    return () => {
      isCurrent = false;
    };
  }, [run.runId, slot, changes]);

  if (problem) return <Notice tone="warn">{problem}</Notice>;
  if (!files) return <Skeleton className="h-72 w-full" />;
  if (files.slot === null) return <p className="py-6 text-muted text-sm">{texts.noneYet}</p>;
  const canDownload = files.items.some(({ kind, status }) => kind === 'file' && status !== 'deleted');
  const selected = files.items.find((file) => file.path === path) ?? files.items[0];
  return (
    <div className="flex flex-col gap-3">
      {(files.slots.length > 1 || canDownload) && (
        <div className="flex items-center gap-3">
          <div className="min-w-0 flex-1">
            {files.slots.length > 1 ? (
              <Segmented
                label={texts.whoseFiles}
                options={files.slots.map((id) => ({ id, name: texts.filesOf(id), label: <AgentLetter slot={id} /> }))}
                selected={files.slot}
                onSelect={(id) => {
                  setSlot(id);
                  setPath(null);
                }}
              />
            ) : (
              <p className="tabular text-muted text-sm">{texts.files(files.items.length)}</p>
            )}
          </div>
          {canDownload && (
            <a
              href={runArchiveUrl(run.runId, files.slot)}
              download
              className={buttonClass('plain', 'sm')}
              title={texts.downloadAllTitle(files.slot)}
              aria-label={texts.downloadAllOf(files.slot)}
            >
              <Download className="icon" aria-hidden />
              {texts.downloadAll}
            </a>
          )}
        </div>
      )}
      {!selected ? (
        <p className="py-6 text-muted text-sm">{texts.emptyFolder(files.slot)}</p>
      ) : (
        <div className="grid overflow-hidden rounded-card border border-line bg-raised md:grid-cols-[16rem_1fr]">
          <FileList files={files} selected={selected.path} onSelect={setPath} />
          <FileView
            key={`${files.slot}/${selected.path}/${selected.status}/${changes}`}
            runId={run.runId}
            slot={files.slot}
            file={selected}
          />
        </div>
      )}
    </div>
  );
}
