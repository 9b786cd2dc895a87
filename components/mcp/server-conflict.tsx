'use client';
import type { McpServerInfo } from '@/lib/browser/mcp/mcp-server';
import { transportWords } from '@/lib/browser/mcp/transport-words';
import { Button } from '../ui/button';
import { Notice } from '../ui/notice';
import { texts as folderTexts } from './folder-texts';
import { texts } from './texts';

interface ServerConflictProps {
  /** What somebody else, or another tab, has saved in the meantime. */
  theirs: McpServerInfo;
  busy: boolean;
  onTake: () => void;
  onOverwrite: () => void;
}

/** Two people have changed one server: what is saved now, and what a person can do with what they have typed. */
export function ServerConflict({ theirs, busy, onTake, onOverwrite }: ServerConflictProps) {
  const { name, transport, toolTimeoutSeconds, enabled, trusted } = theirs;
  const rows = [
    [texts.name, name],
    [transport.type === 'stdio' ? texts.command : texts.url, transportWords(transport)],
    transport.type === 'stdio'
      ? [texts.variables, Object.keys(transport.env ?? {}).join(', ') || texts.none]
      : [texts.headers, Object.keys(transport.headers ?? {}).join(', ') || texts.none],
    ...(transport.type === 'stdio'
      ? [[folderTexts.title, (transport.folders ?? []).map(({ path }) => path).join(', ') || texts.none]]
      : []),
    [texts.timeout, String(toolTimeoutSeconds)],
    [texts.enabled, enabled ? texts.yes : texts.no],
    [texts.trusted, trusted ? texts.yes : texts.no],
  ];
  return (
    <Notice tone="danger">
      <p>{texts.conflict}</p>
      <dl className="my-2 grid grid-cols-[auto_1fr] gap-x-4 gap-y-1 text-xs">
        {rows.map(([label, value]) => (
          <div key={label} className="contents">
            <dt className="text-muted">{label}</dt>
            <dd className="min-w-0 break-words">{value}</dd>
          </div>
        ))}
      </dl>
      <div className="flex flex-wrap gap-2">
        <Button size="sm" disabled={busy} onClick={onTake}>
          {texts.takeSaved}
        </Button>
        <Button size="sm" look="danger" disabled={busy} onClick={onOverwrite}>
          {texts.replaceSaved}
        </Button>
      </div>
    </Notice>
  );
}
