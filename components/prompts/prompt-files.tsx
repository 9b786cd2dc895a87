'use client';
import { Download, FileUp } from 'lucide-react';
import { useRef, useState } from 'react';
import { api } from '@/lib/browser/api/api';
import { download } from '@/lib/browser/api/download';
import { useSubmit } from '@/lib/browser/conversation/use-submit';
import { readPromptFile } from '@/lib/browser/prompts/read-prompt-file';
import { toast } from '@/lib/browser/ui/toast';
import { Button } from '../ui/button';
import { Notice } from '../ui/notice';
import { texts } from './texts';

/** Prompts from a file, and all of them into one. */
export function PromptFiles({ canExport }: { canExport: boolean }) {
  const { busy, submit, message, faultsUnder } = useSubmit();
  const [isUnread, setUnread] = useState(false);
  const chooser = useRef<HTMLInputElement>(null);

  async function take(file: File | undefined) {
    if (!file) return;
    const prompts = readPromptFile(file.name, await file.text());
    setUnread(prompts === null);
    if (prompts === null) return;
    await submit(async () => {
      const made = await api<{ items: unknown[]; skipped: number }>('POST', '/prompts/import', { prompts });
      toast(texts.imported(made.items.length, made.skipped));
    });
  }
  const problem = isUnread ? texts.noneInFile : (message ?? faultsUnder('prompts'));
  return (
    <div className="flex flex-col gap-3">
      {problem && <Notice tone="danger">{problem}</Notice>}
      <div className="flex flex-wrap items-center gap-2">
        <input
          ref={chooser}
          type="file"
          accept=".json,.md,.txt,application/json,text/plain,text/markdown"
          aria-label={texts.file}
          className="sr-only"
          tabIndex={-1}
          onChange={(event) => {
            void take(event.target.files?.[0]);
            // The same file may be chosen again.
            event.target.value = '';
          }}
        />
        <Button disabled={busy} onClick={() => chooser.current?.click()}>
          <FileUp className="icon" aria-hidden />
          {texts.importFile}
        </Button>
        {canExport && (
          <Button onClick={() => download('/api/v1/prompts/export')}>
            <Download className="icon" aria-hidden />
            {texts.exportAll}
          </Button>
        )}
      </div>
      <p className="text-muted text-xs">{texts.importText}</p>
    </div>
  );
}
