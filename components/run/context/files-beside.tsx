'use client';
import { useRead } from '@/lib/browser/api/use-read';
import { readFileComparison } from '@/lib/browser/run/contexts';
import { Notice } from '../../ui/notice';
import { Skeleton } from '../../ui/skeleton';
import { FileBesideRow } from './file-beside-row';
import { texts } from './texts';

interface FilesBesideProps {
  runId: string;
  /** Changes whenever a slot has another snapshot: then it is read again. */
  version: string;
}

/** The files that several agents have worked on, path by path: who changed what, and where they differ. */
export function FilesBeside({ runId, version }: FilesBesideProps) {
  const { value: files, problem } = useRead(() => readFileComparison(runId), version);
  if (problem) return <Notice tone="warn">{problem}</Notice>;
  if (!files) return <Skeleton className="h-24 w-full" />;
  if (files.length === 0) return null;
  const conflicts = files.filter(({ state }) => state === 'conflict').length;
  return (
    <section aria-label={texts.filesBeside} className="flex flex-col gap-2">
      <h3 className="font-medium text-sm">{texts.filesBeside}</h3>
      <p className="text-muted text-sm">{conflicts === 0 ? texts.notMerged : texts.conflict}</p>
      <ul className="rounded-card border border-line bg-raised">
        {files.map((file) => (
          <FileBesideRow key={file.path} file={file} />
        ))}
      </ul>
    </section>
  );
}
