'use client';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { api } from '@/lib/browser/api/api';
import { errorText } from '@/lib/browser/api/api-error';
import { fillSlots } from '@/lib/browser/mcp/fill-slots';
import type { McpServerBody, McpSlot } from '@/lib/browser/mcp/mcp-server';
import { transportWords } from '@/lib/browser/mcp/transport-words';
import { toast } from '@/lib/browser/ui/toast';
import { Button } from '../ui/button';
import { Notice } from '../ui/notice';
import { PlainText } from '../ui/plain-text';
import { SlotFields } from './slot-fields';
import { texts } from './texts';

interface AddImportedProps {
  servers: McpServerBody[];
  slots: McpSlot[];
  /** What was added is there; what could not be is still to be added. */
  onDone: () => void;
}

/** Servers that were read from a text, or chosen from the catalogue: what is missing is filled in, then they are added. */
export function AddImported({ servers, slots, onDone }: AddImportedProps) {
  const router = useRouter();
  const [values, setValues] = useState<ReadonlyMap<string, string>>(new Map());
  const [left, setLeft] = useState(servers);
  const [busy, setBusy] = useState(false);
  const [problems, setProblems] = useState<string[]>([]);
  const isOpen = slots.some(({ name }) => !values.get(name));

  async function add() {
    setBusy(true);
    const failed: { server: McpServerBody; because: string }[] = [];
    for (const server of left) {
      try {
        await api('POST', '/mcp/servers', fillSlots(server, values));
      } catch (error) {
        failed.push({ server, because: errorText(error) });
      }
    }
    setBusy(false);
    setLeft(failed.map(({ server }) => server));
    setProblems(failed.map(({ server, because }) => `${server.name}: ${because}`));
    if (failed.length < left.length) toast(texts.allAdded(left.length - failed.length));
    router.refresh();
    if (failed.length === 0) onDone();
  }
  return (
    <div className="flex flex-col gap-4">
      <ul>
        {left.map(({ name, transport }) => (
          <li key={name} className="border-line border-b py-2 last:border-b-0">
            <p className="text-sm">{name}</p>
            <p className="break-all font-mono text-muted text-xs">
              <PlainText text={transportWords(transport)} isCode />
            </p>
          </li>
        ))}
      </ul>
      <SlotFields slots={slots} values={values} onChange={setValues} />
      {problems.length > 0 && <Notice tone="danger">{texts.someFailed(problems.join(' '))}</Notice>}
      <div className="flex gap-2">
        <Button onClick={onDone}>{texts.back}</Button>
        <Button look="primary" disabled={busy || isOpen || left.length === 0} onClick={add}>
          {texts.addThese(left.length)}
        </Button>
      </div>
    </div>
  );
}
