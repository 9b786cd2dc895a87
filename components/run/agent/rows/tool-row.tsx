'use client';
import { Check, TriangleAlert, Wrench } from 'lucide-react';
import { useState } from 'react';
import { boardToolWords } from '@/lib/browser/run/board-words';
import { resultTable } from '@/lib/browser/run/result-table';
import type { ToolItem } from '@/lib/browser/run/slot-entries';
import { toolSubject } from '@/lib/browser/run/tool-subject';
import { formatSpan } from '@/lib/browser/ui/format';
import { isMe, othersName } from '@/lib/browser/ui/me';
import { cutText } from '@/lib/protocol/text/cut-text';
import { CopyButton } from '../../../ui/copy-button';
import { cx } from '../../../ui/cx';
import { PlainText } from '../../../ui/plain-text';
import { ScrollBox } from '../../../ui/scroll-box';
import { texts } from '../texts';
import { ChainSteps } from './chain-steps';
import { FoldRow } from './fold-row';
import { ResultFiles } from './result-files';
import { ResultRows } from './result-rows';

const SHOWN = 2000;

function Part({ label, text }: { label: string; text: string }) {
  const [all, setAll] = useState(false);
  const cut = !all && text.length > SHOWN;
  return (
    <div className="mb-2">
      <div className="flex items-center justify-between text-muted text-xs">
        {label}
        <CopyButton text={text} label={texts.copyPart(label)} />
      </div>
      <ScrollBox label={label} className="max-h-72 rounded-control bg-sunken px-2.5 py-2">
        <pre dir="ltr" className="whitespace-pre-wrap break-words font-mono text-xs">
          <PlainText text={cut ? `${cutText(text, SHOWN)}…` : text} isCode />
        </pre>
      </ScrollBox>
      {cut && (
        <button
          type="button"
          className="mt-1 text-accent text-xs underline underline-offset-2"
          onClick={() => setAll(true)}
        >
          {texts.showAll}
        </button>
      )}
    </div>
  );
}

interface ToolRowProps {
  tool: Pick<
    ToolItem,
    'server' | 'tool' | 'arguments' | 'result' | 'isChanged' | 'progress' | 'allowed' | 'allowedBy' | 'replies'
  >;
  /** Absent = only its texts are shown. */
  runId?: string;
  /** Nothing runs any more: a call without a result was interrupted. */
  isOver?: boolean;
}

/** One tool call: server · tool, or what it does with the board in words, duration, state; opened, its arguments and result. */
export function ToolRow({ tool, runId, isOver = false }: ToolRowProps) {
  const [open, setOpen] = useState(false);
  const Icon = !tool.result ? Wrench : tool.result.isError ? TriangleAlert : Check;
  const waiting = isOver ? texts.interrupted : (tool.progress ?? texts.running);
  const state = !tool.result ? waiting : tool.result.isError ? texts.failed : formatSpan(tool.result.tookMs);
  const table = open && tool.result && !tool.result.isError ? resultTable(tool.result.text) : null;
  const words = boardToolWords(tool);
  const subject = words ? null : toolSubject(tool.arguments);
  return (
    <FoldRow
      open={open}
      onToggle={() => setOpen(!open)}
      head={
        <span className="flex min-w-0 items-center gap-1.5">
          <Icon
            className={cx('icon', tool.result?.isError && 'text-danger', !tool.result && !isOver && 'breathe')}
            aria-hidden
          />
          {words ? (
            <span className="truncate">{upperFirst(words)}</span>
          ) : (
            <span className="min-w-0 truncate font-mono text-xs">
              <PlainText text={tool.server ? `${tool.server} · ${tool.tool}` : tool.tool} isCode />
              {subject && (
                <span className="pl-2">
                  <PlainText text={subject} isCode />
                </span>
              )}
            </span>
          )}
          <span className="tabular max-w-1/2 flex-none truncate text-xs">
            <PlainText text={state} />
          </span>
        </span>
      }
    >
      {notesOn(tool).map((note) => (
        <p key={note} className="mb-2 text-muted text-xs">
          <PlainText text={note} />
        </p>
      ))}
      <Part
        label={tool.isChanged ? texts.argumentsChanged : texts.arguments}
        text={JSON.stringify(tool.arguments, null, 2) ?? ''}
      />
      {runId && tool.result?.kept && <ResultFiles runId={runId} kept={tool.result.kept} />}
      {tool.result?.steps && <ChainSteps steps={tool.result.steps} />}
      {table && <ResultRows table={table} />}
      {tool.result && <Part label={tool.result.isError ? texts.error : texts.result} text={tool.result.text} />}
    </FoldRow>
  );
}

/** Who has allowed it and answered its server, and whether it was asked at all. */
function notesOn({ allowed, allowedBy, replies = [], result }: ToolRowProps['tool']): string[] {
  const notes = [
    ...(allowed ? [texts.allowed[allowed](whoDid(allowedBy))] : []),
    ...replies.map(({ kind, how, by }) => texts.replied[kind][how](how === 'expired' ? texts.nobody : whoDid(by))),
    ...(result?.isKnown ? [texts.known] : []),
  ];
  return [...new Set(notes)];
}

function whoDid(by: Parameters<typeof isMe>[0]): string {
  return isMe(by) ? texts.you : (othersName(by) ?? texts.somebody);
}

function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
