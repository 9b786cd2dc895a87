'use client';
import { api } from '@/lib/browser/api/api';
import { useSubmit } from '@/lib/browser/conversation/use-submit';
import type { McpToolInfo } from '@/lib/browser/mcp/mcp-server';
import { formatCount } from '@/lib/browser/ui/format';
import { Button } from '../ui/button';
import { EmptyState } from '../ui/empty-state';
import { Notice } from '../ui/notice';
import { texts } from './texts';
import { ToolRow } from './tool-row';

interface ToolListProps {
  serverId: string;
  tools: McpToolInfo[];
  /** Whether the server is theirs to change; others only say what their own calls meet. */
  isManaged: boolean;
  /** It tells nobody what it has before they have signed in. */
  asksToSignIn: boolean;
}

/** The tools of a server with their full text: what waits stands first, to be read and approved. */
export function ToolList({ serverId, tools, isManaged, asksToSignIn }: ToolListProps) {
  const { busy, submit, message } = useSubmit();
  const change = ({ name }: McpToolInfo, body: object, done: string) =>
    submit(() => api('PATCH', `/mcp/servers/${serverId}/tools/${encodeURIComponent(name)}`, body), done);
  const waiting = tools.filter(({ state }) => state === 'new' || state === 'changed');
  const rest = tools.filter((tool) => !waiting.includes(tool));
  const tokens = tools.reduce((sum, tool) => sum + tool.tokens, 0);

  async function approveAll() {
    await submit(async () => {
      for (const { name, hash } of waiting)
        await api('PATCH', `/mcp/servers/${serverId}/tools/${encodeURIComponent(name)}`, { state: 'approved', hash });
    }, texts.allApproved);
  }
  if (tools.length === 0) return <EmptyState title={asksToSignIn ? texts.toolsBehindSignIn : texts.noTools} />;
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center gap-3">
        <p className="min-w-0 flex-1 text-muted text-sm">{texts.toolsText(formatCount(tokens))}</p>
        {isManaged && waiting.length > 1 && (
          <Button size="sm" disabled={busy} onClick={approveAll}>
            {texts.approveAll(waiting.length)}
          </Button>
        )}
      </div>
      {message && <Notice tone="danger">{message}</Notice>}
      <ul aria-label={texts.toolList}>
        {[...waiting, ...rest].map((tool) => (
          <ToolRow
            key={tool.name}
            tool={tool}
            isManaged={isManaged}
            busy={busy}
            onApprove={() => change(tool, { state: 'approved', hash: tool.hash }, texts.approved(tool.name))}
            onBlock={() => change(tool, { state: 'blocked' }, texts.blocked(tool.name))}
            onPolicy={(policy) => change(tool, { policy }, texts.policySaved)}
          />
        ))}
      </ul>
    </div>
  );
}
