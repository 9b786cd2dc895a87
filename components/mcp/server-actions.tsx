'use client';
import { Check, X } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { api } from '@/lib/browser/api/api';
import { useSubmit } from '@/lib/browser/conversation/use-submit';
import type { McpServerInfo } from '@/lib/browser/mcp/mcp-server';
import { Button } from '../ui/button';
import { ConfirmDialog } from '../ui/confirm-dialog';
import { Notice } from '../ui/notice';
import { PlainText } from '../ui/plain-text';
import { texts } from './texts';

interface TestResult {
  ok: boolean;
  steps: { name: string; ok: boolean; tookMs: number; message?: string }[];
  era: string | null;
}

interface ServerActionsProps {
  server: McpServerInfo;
  /** It is theirs to delete. */
  isManaged: boolean;
}

/** Tests the connection step by step, and deletes the server. */
export function ServerActions({ server, isManaged }: ServerActionsProps) {
  const router = useRouter();
  const [result, setResult] = useState<TestResult | null>(null);
  const [isAsking, setAsking] = useState(false);
  const { busy, submit, message } = useSubmit();

  async function test() {
    setResult(null);
    await submit(async () => setResult(await api<TestResult>('POST', `/mcp/servers/${server.id}/test`)));
  }
  async function remove() {
    if (await submit(() => api('DELETE', `/mcp/servers/${server.id}`), texts.removed(server.name)))
      router.push('/settings/mcp');
  }
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap gap-2">
        <Button disabled={busy} onClick={test}>
          {busy ? texts.testing : texts.test}
        </Button>
        {isManaged && (
          <Button look="danger" disabled={busy} onClick={() => setAsking(true)}>
            {texts.remove}
          </Button>
        )}
      </div>
      {message && <Notice tone="danger">{message}</Notice>}
      {result && (
        <div role="status" className="text-sm">
          <p>
            {result.ok ? texts.works : texts.worksNot} {result.era && texts.revision(result.era)}
          </p>
          <ol className="mt-1 flex flex-col gap-1">
            {result.steps.map(({ name, ok, tookMs, message: said }) => (
              <li key={name} className="flex items-start gap-2">
                {ok ? <Check className="icon text-ok" aria-hidden /> : <X className="icon text-danger" aria-hidden />}
                <span className="min-w-0 flex-1">
                  {name}
                  {said && (
                    <span className="block text-danger text-xs">
                      <PlainText text={said} />
                    </span>
                  )}
                </span>
                <span className="tabular text-muted text-xs">{texts.ms(tookMs)}</span>
              </li>
            ))}
          </ol>
        </div>
      )}
      <ConfirmDialog
        open={isAsking}
        title={texts.removeTitle(server.name)}
        text={texts.removeText}
        action={texts.remove}
        onConfirm={remove}
        onClose={() => setAsking(false)}
      />
    </div>
  );
}
