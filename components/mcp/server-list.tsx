import Link from 'next/link';
import type { McpServerInfo } from '@/lib/browser/mcp/mcp-server';
import { serverStatus } from '@/lib/browser/mcp/server-status';
import { transportWords } from '@/lib/browser/mcp/transport-words';
import { Chip } from '../ui/chip';
import { cx } from '../ui/cx';
import { EmptyState } from '../ui/empty-state';
import { PlaceChip } from '../ui/place-chip';
import { PlainText } from '../ui/plain-text';
import { StatusDot } from '../ui/status-dot';
import { texts } from './texts';

/** Each server with how it stands, what is wrong and what to do about it. */
export function ServerList({ servers }: { servers: (McpServerInfo & { place: string | null })[] }) {
  if (servers.length === 0) return <EmptyState title={texts.noServers} />;
  return (
    <ul aria-label={texts.servers}>
      {servers.map((server) => {
        const { tone, word, remedy } = serverStatus(server);
        return (
          <li key={server.id} className="border-line border-b py-3 last:border-b-0">
            <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <Link
                href={`/settings/mcp/${server.id}`}
                className="flex min-w-0 flex-1 items-center rounded-control font-medium text-sm hover:underline"
              >
                {server.name}
              </Link>
              <PlaceChip place={server.place} />
              {server.scope === 'workspace' && server.place === null && <Chip>{texts.ofWorkspace}</Chip>}
              <span className="tabular text-muted text-xs">{texts.tools(server.toolCount)}</span>
              <StatusDot tone={tone} word={word} />
            </div>
            <p className="truncate font-mono text-muted text-xs">{transportWords(server.transport)}</p>
            {server.problem && server.status !== 'disabled' && (
              <p className={cx('mt-1 text-xs', server.status === 'needs_authorization' ? 'text-muted' : 'text-danger')}>
                <PlainText text={server.problem} />
              </p>
            )}
            {remedy && <p className="mt-1 text-muted text-xs">{remedy}</p>}
          </li>
        );
      })}
    </ul>
  );
}
