'use client';
import { FileUp } from 'lucide-react';
import { useRef, useState } from 'react';
import type { ImportFault } from '@/lib/browser/team/imported-team';
import { Button } from '../../ui/button';
import { cx } from '../../ui/cx';
import { Field } from '../../ui/field';
import { Notice } from '../../ui/notice';
import { Textarea } from '../../ui/textarea';
import { texts } from './texts';

const EXAMPLE = `agents:
  - id: planner
    backend: { type: claude, model: claude-sonnet-4-5 }
    system_message: Plan before you answer.`;

interface ImportSourceProps {
  text: string;
  fault: ImportFault | null;
  onText: (text: string) => void;
  onRead: (text: string, fileName?: string) => Promise<void>;
}

/** The text to import: pasted, dropped or chosen as a file. */
export function ImportSource({ text, fault, onText, onRead }: ImportSourceProps) {
  const [over, setOver] = useState(false);
  const [busy, setBusy] = useState(false);
  const chooser = useRef<HTMLInputElement>(null);

  async function read(given: string, fileName?: string) {
    setBusy(true);
    await onRead(given, fileName);
    setBusy(false);
  }
  async function readFile(file: File | undefined) {
    if (file) await read(await file.text(), file.name);
  }

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void read(text);
      }}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        void readFile(event.dataTransfer.files[0]);
      }}
      className="flex flex-col gap-4"
    >
      {fault && (
        <Notice tone="danger">
          <p>{fault.fields.length > 0 ? texts.notValid : fault.message}</p>
          {fault.fields.length > 0 && (
            <ul className="mt-1.5 flex flex-col gap-1">
              {fault.fields.map((field) => (
                <li key={`${field.path} ${field.message}`} className="text-xs">
                  <code className="font-mono">{field.path || texts.wholeText}</code>: {field.message}
                </li>
              ))}
            </ul>
          )}
        </Notice>
      )}
      <Field label={texts.configuration} hint={texts.configurationHint}>
        {(control) => (
          <Textarea
            {...control}
            rows={16}
            spellCheck={false}
            placeholder={EXAMPLE}
            value={text}
            onChange={(event) => onText(event.target.value)}
            className={cx('font-mono text-xs', over && 'border-accent bg-accent-soft')}
          />
        )}
      </Field>
      <div className="flex flex-wrap items-center gap-2">
        <input
          ref={chooser}
          type="file"
          accept=".yaml,.yml,.json,application/yaml,application/json"
          aria-label={texts.file}
          className="sr-only"
          tabIndex={-1}
          onChange={(event) => {
            void readFile(event.target.files?.[0]);
            // The same file may be chosen again after it was corrected.
            event.target.value = '';
          }}
        />
        <Button onClick={() => chooser.current?.click()}>
          <FileUp className="icon" aria-hidden />
          {texts.chooseFile}
        </Button>
        <span className="text-muted text-xs max-sm:hidden">{texts.orDrop}</span>
        <Button look="primary" type="submit" className="ml-auto" disabled={busy || text.trim() === ''}>
          {texts.read}
        </Button>
      </div>
    </form>
  );
}
