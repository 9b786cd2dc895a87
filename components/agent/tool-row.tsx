'use client';
import { Check, TriangleAlert, Wrench } from 'lucide-react';
import { useState } from 'react';
import { boardToolWords } from '@/lib/client/board-words';
import { formatSpan } from '@/lib/client/format';
import type { ToolItem } from '@/lib/client/slot-entries';
import { toolSubject } from '@/lib/client/tool-subject';
import { CopyButton } from '../ui/copy-button';
import { cx } from '../ui/cx';
import { FoldRow } from './fold-row';

const SHOWN = 2000;

function Part({ label, text }: { label: string; text: string }) {
  const [all, setAll] = useState(false);
  const cut = !all && text.length > SHOWN;
  return (
    <div className="mb-2">
      <div className="flex items-center justify-between text-muted text-xs">
        {label}
        <CopyButton text={text} label={`Copy ${label.toLowerCase()}`} />
      </div>
      <pre className="max-h-72 overflow-auto rounded-control bg-sunken px-2.5 py-2 font-mono text-xs whitespace-pre-wrap break-words">
        {cut ? `${text.slice(0, SHOWN)}…` : text}
      </pre>
      {cut && (
        <button type="button" className="mt-1 text-accent text-xs hover:underline" onClick={() => setAll(true)}>
          Show all
        </button>
      )}
    </div>
  );
}

interface ToolRowProps {
  tool: Pick<ToolItem, 'server' | 'tool' | 'arguments' | 'result' | 'isChanged'>;
  /** Nothing runs any more: a call without a result was interrupted. */
  isOver?: boolean;
}

/** One tool call: server · tool, or what it does with the board in words, duration, state; opened, its arguments and result. */
export function ToolRow({ tool, isOver = false }: ToolRowProps) {
  const [open, setOpen] = useState(false);
  const Icon = !tool.result ? Wrench : tool.result.isError ? TriangleAlert : Check;
  const waiting = isOver ? 'interrupted' : 'running';
  const state = !tool.result ? waiting : tool.result.isError ? 'failed' : formatSpan(tool.result.tookMs);
  const words = boardToolWords(tool.tool, tool.arguments);
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
              {tool.server ? `${tool.server} · ${tool.tool}` : tool.tool}
              {subject && <span className="pl-2">{subject}</span>}
            </span>
          )}
          <span className="tabular flex-none text-xs">{state}</span>
        </span>
      }
    >
      <Part
        label={tool.isChanged ? 'Arguments, changed by a person' : 'Arguments'}
        text={JSON.stringify(tool.arguments, null, 2) ?? ''}
      />
      {tool.result && <Part label={tool.result.isError ? 'Error' : 'Result'} text={tool.result.text} />}
    </FoldRow>
  );
}

function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
