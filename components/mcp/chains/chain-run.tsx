'use client';
import { Check, X } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { api } from '@/lib/browser/api/api';
import { useSubmit } from '@/lib/browser/conversation/use-submit';
import { Button } from '../../ui/button';
import { Notice } from '../../ui/notice';
import { PlainText } from '../../ui/plain-text';
import { ScrollBox } from '../../ui/scroll-box';
import { type ChainInfo, type ChainRunInfo, readJson } from './chain-info';
import { JsonField } from './json-field';
import { texts } from './texts';

/** Makes the calls of a chain by hand, and shows each step's receipt and the result. */
export function ChainRun({ chain, onDone }: { chain: ChainInfo; onDone: () => void }) {
  const [input, setInput] = useState('{}');
  const [isWrong, setWrong] = useState(false);
  const [run, setRun] = useState<ChainRunInfo | null>(null);
  const { busy, submit, faultAt, message } = useSubmit();

  async function start(event: FormEvent) {
    event.preventDefault();
    const given = readJson(input);
    setWrong(given === undefined);
    setRun(null);
    if (given === undefined) return;
    await submit(async () =>
      setRun(await api<ChainRunInfo>('POST', `/mcp/chains/${chain.id}/run`, { arguments: given })),
    );
  }
  return (
    <form onSubmit={start} className="mt-3 flex flex-col gap-4">
      {message && <Notice tone="danger">{message}</Notice>}
      <JsonField
        label={texts.arguments}
        error={isWrong ? texts.notJson : faultAt('arguments')}
        rows={4}
        value={input}
        onChange={setInput}
      />
      <div className="flex flex-wrap gap-2">
        <Button type="submit" look="primary" disabled={busy}>
          {busy ? texts.running : texts.runChain(chain.name)}
        </Button>
        <Button disabled={busy} onClick={onDone}>
          {texts.close}
        </Button>
      </div>
      {run && <Outcome run={run} />}
    </form>
  );
}

function Outcome({ run: { result, steps } }: { run: ChainRunInfo }) {
  const said = result.content.flatMap(({ text }) => (text === undefined ? [] : [text])).join('\n');
  const shown = said || JSON.stringify(result.structuredContent ?? result.content, null, 2);
  return (
    <div role="status" className="flex flex-col gap-2 text-sm">
      <p>{result.isError ? texts.failed : texts.done}</p>
      <ol className="flex flex-col gap-1">
        {steps.map(({ step, server, tool, isError, tookMs, problem }) => (
          <li key={step} className="flex min-w-0 items-start gap-2 text-xs">
            {isError ? <X className="icon text-danger" aria-hidden /> : <Check className="icon text-ok" aria-hidden />}
            <span className="min-w-0 flex-1">
              <PlainText text={texts.step(step, server, tool)} />
              {problem && (
                <span className="block text-danger">
                  <PlainText text={problem} />
                </span>
              )}
            </span>
            <span className="tabular text-muted">{texts.span(tookMs)}</span>
          </li>
        ))}
      </ol>
      {!result.isError && (
        <ScrollBox
          label={texts.result}
          className="max-h-80 whitespace-pre-wrap break-words rounded-card border border-line p-3 font-mono text-xs"
        >
          <PlainText text={shown} isCode />
        </ScrollBox>
      )}
    </div>
  );
}
