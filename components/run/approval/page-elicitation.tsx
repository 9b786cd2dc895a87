'use client';
import { ExternalLink } from 'lucide-react';
import { useState } from 'react';
import { useServerReply } from '@/lib/browser/run/use-server-reply';
import type { Approval } from '@/lib/protocol/state';
import type { Elicitation } from '@/lib/protocol/tool-event';
import { Button, buttonClass } from '../../ui/button';
import { DeclineButtons } from './decline-buttons';
import { ServersQuestion } from './servers-question';
import { texts } from './texts';

interface PageElicitationProps {
  runId: string;
  approval: Approval;
  elicitation: Extract<Elicitation, { mode: 'url' }>;
}

/** A page that a server wants a person to open. Nothing is loaded before they do, and they see the host first, as it is looked up. */
export function PageElicitation({ runId, approval, elicitation }: PageElicitationProps) {
  const { approvalId, server = '' } = approval;
  const { message, url } = elicitation;
  const { sent, send } = useServerReply(runId, approvalId);
  const [isOpened, setOpened] = useState(false);
  // A log from elsewhere may hold any address.
  const address = URL.canParse(url) && new URL(url).protocol === 'https:' ? new URL(url) : null;
  return (
    <ServersQuestion approval={approval} message={message}>
      {address && (
        <div className="text-muted text-xs">
          <p className="break-all font-mono">{address.href}</p>
          <p className="mt-1">{texts.opensPage(address.host)}</p>
        </div>
      )}
      <div className="flex flex-wrap gap-1.5">
        {address && (
          <a
            href={address.href}
            target="_blank"
            rel="noopener noreferrer"
            onClick={() => setOpened(true)}
            className={buttonClass('plain', 'sm')}
          >
            <ExternalLink className="icon" aria-hidden />
            {texts.openPage(address.host)}
          </a>
        )}
        <Button size="sm" disabled={sent || !isOpened} onClick={() => send({ decision: 'allow' })}>
          {texts.goOn}
        </Button>
        <DeclineButtons server={server} disabled={sent} onSend={send} />
      </div>
    </ServersQuestion>
  );
}
