'use client';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { api } from '@/lib/browser/api/api';
import { errorText } from '@/lib/browser/api/api-error';
import { fillSlots } from '@/lib/browser/mcp/fill-slots';
import type {
  McpServerBody,
  McpServerInfo,
  McpSlot,
  ProgramSupport,
  ProgramTransport,
} from '@/lib/browser/mcp/mcp-server';
import { transportWords } from '@/lib/browser/mcp/transport-words';
import { toast } from '@/lib/browser/ui/toast';
import { Button } from '../ui/button';
import { CheckField } from '../ui/check-field';
import { Input } from '../ui/input';
import { Notice } from '../ui/notice';
import { PlainText } from '../ui/plain-text';
import { FolderFields } from './folder-fields';
import { SlotFields } from './slot-fields';
import { texts } from './texts';

interface AddImportedProps {
  servers: McpServerBody[];
  slots: McpSlot[];
  programs: ProgramSupport;
  /** What was added is there; what could not be is still to be added. */
  onDone: () => void;
}

/** Servers that were read from a text, or chosen from the catalogue: what is missing is filled in, then they are added. */
export function AddImported({ servers, slots, programs, onDone }: AddImportedProps) {
  const router = useRouter();
  const [values, setValues] = useState<ReadonlyMap<string, string>>(new Map());
  const [left, setLeft] = useState(servers);
  const [busy, setBusy] = useState(false);
  const [problems, setProblems] = useState<string[]>([]);
  const isOpen = slots.some(({ name }) => !values.get(name));
  const hasProgram = left.some(({ transport }) => transport.type === 'stdio');
  const isRefused = programs.problem !== null && left.every(({ transport }) => transport.type === 'stdio');

  function allow(at: number, more: Pick<ProgramTransport<string>, 'network' | 'folders'>) {
    setLeft(
      left.map((server, index) =>
        index === at && server.transport.type === 'stdio'
          ? { ...server, transport: { ...server.transport, ...more } }
          : server,
      ),
    );
  }

  /** What could not be added may have a name that is taken. */
  const rename = (at: number, name: string) =>
    setLeft(left.map((server, index) => (index === at ? { ...server, name } : server)));

  async function add() {
    setBusy(true);
    const failed: { server: McpServerBody; because: string }[] = [];
    const added: McpServerInfo[] = [];
    for (const server of left) {
      try {
        const body = fillSlots(server, values);
        added.push((await api<{ server: McpServerInfo }>('POST', '/mcp/servers', body)).server);
      } catch (error) {
        failed.push({ server, because: errorText(error) });
      }
    }
    setBusy(false);
    setLeft(failed.map(({ server }) => server));
    setProblems(failed.map(({ server, because }) => `${server.name}: ${because}`));
    if (failed.length < left.length) toast(texts.allAdded(left.length - failed.length));
    const [only, ...more] = added;
    // Its tools are waiting to be read there.
    if (only && more.length === 0 && failed.length === 0) return router.push(`/settings/mcp/${only.id}`);
    router.refresh();
    if (failed.length === 0) onDone();
  }
  return (
    <div className="flex flex-col gap-4">
      <ul>
        {left.map(({ name, transport }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: names change while they are typed.
          <li key={at} className="border-line border-b py-2 last:border-b-0">
            {problems.length > 0 ? (
              <Input
                aria-label={texts.nameOf(at + 1)}
                value={name}
                onChange={(event) => rename(at, event.target.value)}
              />
            ) : (
              <p className="text-sm">{name}</p>
            )}
            <p className="break-all font-mono text-muted text-xs">
              <PlainText text={transportWords(transport)} isCode />
            </p>
            {transport.type === 'stdio' && (
              <div className="mt-2 flex flex-col gap-3">
                <CheckField
                  label={texts.network}
                  text={texts.networkText}
                  checked={transport.network === true}
                  onChange={(network) => allow(at, { network })}
                />
                {programs.problem === null && (
                  <FolderFields
                    folders={transport.folders ?? []}
                    faultAt={() => undefined}
                    onChange={(folders) => allow(at, { folders })}
                  />
                )}
              </div>
            )}
          </li>
        ))}
      </ul>
      {hasProgram && (
        <Notice tone={programs.problem || !programs.isSandboxed ? 'danger' : undefined}>
          <p className="font-medium">{texts.runsHere}</p>
          <p>{programs.problem ?? (programs.isSandboxed ? texts.sandboxed : texts.unsandboxed)}</p>
          {!programs.problem && <p className="mt-1">{texts.installs}</p>}
        </Notice>
      )}
      <SlotFields slots={slots} values={values} onChange={setValues} />
      {problems.length > 0 && <Notice tone="danger">{texts.someFailed(problems.join(' '))}</Notice>}
      <div className="flex gap-2">
        <Button onClick={onDone}>{texts.back}</Button>
        <Button look="primary" disabled={busy || isOpen || isRefused || left.length === 0} onClick={add}>
          {busy ? texts.adding : texts.addThese(left.length)}
        </Button>
      </div>
    </div>
  );
}
