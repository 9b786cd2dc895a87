import type { MailState } from '@/lib/browser/ui/workspace';
import { CopyButton } from '../ui/copy-button';
import { Notice } from '../ui/notice';
import { texts } from './texts';

interface InviteMadeProps {
  url: string;
  email: string | null;
  /** What came of the e-mail; null = none was asked for. */
  mail: MailState | null;
}

/** A fresh invite: whether it was sent, and its link, which is shown this once. */
export function InviteMade({ url, email, mail }: InviteMadeProps) {
  const isSent = mail === 'sent' && email !== null;
  return (
    <Notice tone={isSent ? 'plain' : 'warn'}>
      <div role="status">
        {isSent && <p>{texts.inviteSent(email)}</p>}
        {email !== null && mail && mail !== 'sent' && mail !== 'off' && <p>{texts.inviteNotSent[mail](email)}</p>}
        <p>{texts.inviteReady}</p>
      </div>
      <p className="mt-1 flex items-center gap-2">
        <code className="min-w-0 break-all font-mono text-xs">{url}</code>
        <CopyButton text={url} label={texts.copyLink} />
      </p>
    </Notice>
  );
}
