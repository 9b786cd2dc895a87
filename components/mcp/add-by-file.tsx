'use client';
import { type FormEvent, useState } from 'react';
import { api } from '@/lib/browser/api/api';
import { useSubmit } from '@/lib/browser/conversation/use-submit';
import type { ImportedServers } from '@/lib/browser/mcp/mcp-server';
import { Button } from '../ui/button';
import { Field } from '../ui/field';
import { Notice } from '../ui/notice';
import { Textarea } from '../ui/textarea';
import { AddImported } from './add-imported';
import { texts } from './texts';

/** The configuration of another program becomes servers: it is read, looked at, completed and added. */
export function AddByFile() {
  const [text, setText] = useState('');
  const [imported, setImported] = useState<ImportedServers | null>(null);
  const { busy, submit, message } = useSubmit();

  async function read(event: FormEvent) {
    event.preventDefault();
    await submit(async () => setImported(await api<ImportedServers>('POST', '/mcp/servers/import', { text })));
  }
  if (!imported)
    return (
      <form onSubmit={read} className="flex flex-col gap-3">
        {message && <Notice tone="danger">{message}</Notice>}
        <Field label={texts.file} hint={texts.fileHint}>
          {(control) => (
            <Textarea
              {...control}
              required
              rows={10}
              spellCheck={false}
              autoCapitalize="off"
              value={text}
              onChange={(event) => setText(event.target.value)}
              className="font-mono text-xs"
            />
          )}
        </Field>
        <Button type="submit" look="primary" className="self-start" disabled={busy}>
          {texts.read}
        </Button>
      </form>
    );
  const { servers, secrets, warnings, faults } = imported;
  return (
    <div className="flex flex-col gap-4">
      <h3 className="font-medium text-sm">{texts.found(servers.length)}</h3>
      {faults.length > 0 && (
        <Notice tone="danger">
          <Remarks remarks={faults.map(({ path, message: said }) => ({ at: path, said }))} />
        </Notice>
      )}
      {warnings.length > 0 && (
        <Notice>
          <Remarks remarks={warnings.map(({ key, message: said }) => ({ at: key, said }))} />
        </Notice>
      )}
      {servers.length === 0 && <p className="text-muted text-sm">{texts.nothingToAdd}</p>}
      <AddImported servers={servers} slots={secrets} onDone={() => setImported(null)} />
    </div>
  );
}

function Remarks({ remarks }: { remarks: { at: string; said: string }[] }) {
  return (
    <ul className="flex flex-col gap-1">
      {remarks.map(({ at, said }) => (
        <li key={`${at} ${said}`} className="text-xs">
          <code className="break-all font-mono">{at || texts.wholeText}</code>: {said}
        </li>
      ))}
    </ul>
  );
}
