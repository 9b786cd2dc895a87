'use client';
import { readFileComparison } from '@/lib/client/contexts';
import { useRead } from '@/lib/client/use-read';
import { Notice } from '../ui/notice';
import { Skeleton } from '../ui/skeleton';
import { FileBesideRow } from './file-beside-row';

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
    <section aria-label="Files side by side" className="flex flex-col gap-2">
      <h3 className="font-medium text-sm">Files side by side</h3>
      <p className="text-muted text-sm">
        {conflicts === 0
          ? 'Nothing is merged by itself. To go on with the files of one agent, continue from its version.'
          : 'Where agents changed the same lines, nothing is merged. Decide by continuing from the version you want.'}
      </p>
      <ul className="rounded-card border border-line bg-raised">
        {files.map((file) => (
          <FileBesideRow key={file.path} file={file} />
        ))}
      </ul>
    </section>
  );
}
