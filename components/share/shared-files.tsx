import { FileText } from 'lucide-react';
import { formatBytes } from '@/lib/browser/conversation/attachment-draft';
import { sharedFileAddress } from '@/lib/browser/share/shared-address';
import type { SharedRunView } from '@/lib/protocol/projection/shared-view';
import { AgentLetter } from '../run/agent/agent-letter';
import { texts } from './texts';

/** The files in which the agents worked; they can be saved where there is a link already. */
export function SharedFiles({ run, token }: { run: SharedRunView; token: string | null }) {
  if (run.files.length === 0) return null;
  return (
    <section aria-label={texts.files}>
      <h3 className="mb-1 font-medium text-sm">{texts.files}</h3>
      <ul>
        {run.files.map(({ slot, path, bytes }) => (
          <li key={`${slot} ${path}`} className="flex min-h-11 items-center gap-2 border-line border-t text-sm">
            <AgentLetter slot={slot} />
            <FileText className="icon flex-none text-muted" aria-hidden />
            {token ? (
              <a
                href={sharedFileAddress(token, run.id, path, slot)}
                download
                className="min-w-0 flex-1 break-all text-accent underline underline-offset-2"
              >
                {path}
              </a>
            ) : (
              <span className="min-w-0 flex-1 break-all">{path}</span>
            )}
            <span className="tabular flex-none text-muted text-xs">{formatBytes(bytes)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
