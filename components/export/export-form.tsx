'use client';
import { useState } from 'react';
import { apiText } from '@/lib/browser/api/api';
import { errorText } from '@/lib/browser/api/api-error';
import { download } from '@/lib/browser/api/download';
import { printPage } from '@/lib/browser/ui/print-page';
import { toast } from '@/lib/browser/ui/toast';
import { Button } from '../ui/button';
import { Segmented } from '../ui/segmented';
import { texts } from './export-texts';

const FORMATS = ['md', 'html', 'json', 'print'] as const;
const INCLUDES = ['final', 'answers', 'tools', 'files'] as const;

interface ExportFormProps {
  conversationId: string;
  onClose: () => void;
}

/** How a conversation is to leave: as which kind of file, and how much of it. */
export function ExportForm({ conversationId, onClose }: ExportFormProps) {
  const [format, setFormat] = useState<(typeof FORMATS)[number]>('md');
  const [include, setInclude] = useState<(typeof INCLUDES)[number]>('answers');
  const [busy, setBusy] = useState(false);
  const address = `/conversations/${conversationId}/export?format=${format === 'print' ? 'html' : format}&include=${include}`;

  async function start() {
    if (format !== 'print') {
      download(`/api/v1${address}`);
      return onClose();
    }
    setBusy(true);
    try {
      await printPage(await apiText(address));
      onClose();
    } catch (error) {
      toast(errorText(error), { kind: 'error' });
      setBusy(false);
    }
  }
  return (
    <div className="flex flex-col gap-5">
      <div className="flex flex-col gap-2">
        <Segmented
          label={texts.format}
          selected={format}
          onSelect={(next) => {
            setFormat(next);
            if (next === 'json') setInclude('files');
          }}
          options={FORMATS.map((id) => ({ id, name: texts.formats[id], label: texts.formats[id] }))}
        />
        <p className="text-muted text-sm">{texts.formatNotes[format]}</p>
      </div>
      <fieldset className="flex flex-col">
        <legend className="mb-1 font-medium text-sm">{texts.include}</legend>
        {INCLUDES.map((id) => (
          <label key={id} className="flex min-h-9 items-center gap-2.5 text-sm [@media(pointer:coarse)]:min-h-11">
            <input type="radio" name="include" checked={include === id} onChange={() => setInclude(id)} />
            {texts.includes[id]}
          </label>
        ))}
        <p className="min-h-5 text-muted text-xs">
          {include === 'files' && format !== 'json' ? texts.filesInPage : ''}
        </p>
      </fieldset>
      <div className="flex justify-end gap-2">
        <Button onClick={onClose}>{texts.cancel}</Button>
        <Button look="primary" disabled={busy} onClick={start}>
          {format === 'print' ? texts.print : texts.download}
        </Button>
      </div>
    </div>
  );
}
