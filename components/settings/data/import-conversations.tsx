'use client';
import { Upload } from 'lucide-react';
import Link from 'next/link';
import { useRef, useState } from 'react';
import { errorText } from '@/lib/browser/api/api-error';
import { refreshConversations } from '@/lib/browser/conversation/conversations-store';
import { type ImportDone, importFile } from '@/lib/browser/conversation/import-file';
import { Button, buttonClass } from '../../ui/button';
import { Notice } from '../../ui/notice';
import { texts } from './texts';

type State =
  | { step: 'none' }
  | { step: 'busy'; words: string }
  | { step: 'done'; done: ImportDone }
  | { step: 'failed'; words: string };

/** Takes in a file of conversations, with its progress and what came of it. */
export function ImportConversations() {
  const input = useRef<HTMLInputElement>(null);
  const [state, setState] = useState<State>({ step: 'none' });

  async function start(file: File) {
    setState({ step: 'busy', words: texts.uploading(0) });
    try {
      const done = await importFile(file, {
        onSent: (share) => setState({ step: 'busy', words: share < 1 ? texts.uploading(share) : texts.reading }),
        onProgress: (count, total) =>
          setState({ step: 'busy', words: total ? texts.progress(count, total) : texts.reading }),
      });
      setState({ step: 'done', done });
      await refreshConversations();
    } catch (error) {
      setState({ step: 'failed', words: errorText(error) });
    }
  }
  const newest = state.step === 'done' ? state.done.items[0] : undefined;
  return (
    <div className="flex flex-col items-start gap-3">
      <input
        ref={input}
        type="file"
        accept=".json,.zip,application/json,application/zip"
        className="sr-only"
        aria-label={texts.file}
        tabIndex={-1}
        onChange={(event) => {
          const file = event.target.files?.[0];
          event.target.value = '';
          if (file) void start(file);
        }}
      />
      <Button disabled={state.step === 'busy'} onClick={() => input.current?.click()}>
        <Upload className="icon" aria-hidden />
        {texts.chooseFile}
      </Button>
      <div role="status" className="tabular w-full text-sm">
        {state.step === 'busy' && (
          <p>
            {state.words} <span className="text-muted">{texts.stillRunning}</span>
          </p>
        )}
        {state.step === 'done' && (
          <div className="flex flex-col items-start gap-2">
            <p>{state.done.items.length > 0 ? texts.imported(state.done.items.length) : texts.nothing}</p>
            {state.done.warnings.map((warning) => (
              <p key={warning} className="text-muted">
                {warning}
              </p>
            ))}
            {newest && (
              <Link href={`/c/${newest.id}`} className={buttonClass('plain', 'sm')}>
                {texts.open}
              </Link>
            )}
          </div>
        )}
      </div>
      {state.step === 'failed' && <Notice tone="danger">{state.words}</Notice>}
    </div>
  );
}
