'use client';
import { type FormEvent, useEffect, useEffectEvent, useState } from 'react';
import { api } from '@/lib/browser/api/api';
import { useSubmit } from '@/lib/browser/conversation/use-submit';
import type { ImportedServers, ProgramSupport } from '@/lib/browser/mcp/mcp-server';
import { Button } from '../ui/button';
import { Field } from '../ui/field';
import { Notice } from '../ui/notice';
import { Textarea } from '../ui/textarea';
import { AddImported } from './add-imported';
import { texts } from './texts';

/**
 * What people paste becomes servers, in three steps: it is read; looked at and completed; added, which leads to its tools.
 * @param pasted is read at once; empty = nothing yet
 */
export function AddByFile({ programs, pasted }: { programs: ProgramSupport; pasted: string }) {
  const [text, setText] = useState(pasted);
  const [imported, setImported] = useState<ImportedServers | null>(null);
  const { busy, submit, message } = useSubmit();

  const read = (given: string) =>
    submit(async () => setImported(await api<ImportedServers>('POST', '/mcp/servers/import', { text: given })));
  const readFirst = useEffectEvent(() => {
    if (pasted !== '') void read(pasted);
  });
  useEffect(() => readFirst(), []);
  if (!imported)
    return (
      <form
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          void read(text);
        }}
        className="flex flex-col gap-3"
      >
        <Steps at={0} />
        {message && <Notice tone="danger">{message}</Notice>}
        <Field label={texts.file} hint={texts.fileHint}>
          {(control) => (
            <Textarea
              {...control}
              required
              rows={6}
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
      <Steps at={1} />
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
      <AddImported servers={servers} slots={secrets} programs={programs} onDone={() => setImported(null)} />
    </div>
  );
}

function Steps({ at }: { at: number }) {
  return (
    <ol className="flex flex-wrap gap-x-4 gap-y-1 text-xs" aria-label={texts.steps}>
      {texts.stepNames.map((name, index) => (
        <li
          key={name}
          aria-current={index === at ? 'step' : undefined}
          className={index === at ? 'font-medium' : 'text-muted'}
        >
          {index + 1}. {name}
        </li>
      ))}
    </ol>
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
