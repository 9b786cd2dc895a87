'use client';
import { useState } from 'react';
import { api } from '@/lib/browser/api/api';
import { useSubmit } from '@/lib/browser/conversation/use-submit';
import { hostOfPage } from '@/lib/browser/mcp/host-of-page';
import type { McpServerInfo } from '@/lib/browser/mcp/mcp-server';
import { Button, buttonClass } from '../ui/button';
import { Notice } from '../ui/notice';
import { PlainText } from '../ui/plain-text';
import { texts } from './sign-in-texts';

interface ServerSignInProps {
  server: McpServerInfo;
  /** How a sign-in ended from which the person comes back. */
  outcome: string | null;
}

/** The person's own sign-in to a server: they see which page they go to before they go, and as whom they are signed in. */
export function ServerSignIn({ server, outcome }: ServerSignInProps) {
  const { authorization, status, signsIn, name } = server;
  const [page, setPage] = useState<string | null>(null);
  const { busy, submit, message } = useSubmit();
  const isNeeded = status === 'needs_authorization';
  const isShort = authorization?.neededScope != null;
  if (!isNeeded && !signsIn && outcome === null) return null;

  async function begin() {
    await submit(async () => {
      const { authorizationUrl } = await api<{ authorizationUrl: string }>(
        'GET',
        `/mcp/servers/${server.id}/authorize`,
      );
      setPage(authorizationUrl);
    });
  }
  async function leave() {
    setPage(null);
    await submit(() => api('DELETE', `/mcp/servers/${server.id}/authorization`), texts.signedOut(name));
  }
  const host = page === null ? null : hostOfPage(page);
  return (
    <div className="mb-4 flex flex-col gap-3">
      {outcome !== null && <Outcome outcome={outcome} />}
      {message && <Notice tone="danger">{message}</Notice>}
      {authorization && (
        <p className="text-sm">
          <PlainText
            text={texts.signedInAs(authorization.account, hostOfPage(authorization.issuer) ?? authorization.issuer)}
          />
          {authorization.scope && <span className="block text-muted text-xs">{texts.rights(authorization.scope)}</span>}
          {isShort && (
            <span className="block text-warn text-xs">{texts.moreRights(authorization.neededScope ?? '')}</span>
          )}
        </p>
      )}
      {host !== null && page !== null ? (
        <div className="flex flex-col items-start gap-2">
          <p className="text-sm">{texts.goesTo(host)}</p>
          <a href={page} rel="noopener noreferrer" className={buttonClass('primary')}>
            {texts.openPage(host)}
          </a>
        </div>
      ) : (
        <div className="flex flex-wrap gap-2">
          {(isNeeded || isShort || authorization === null) && (
            <Button look="primary" disabled={busy} onClick={begin}>
              {texts.signIn(name)}
            </Button>
          )}
          {authorization && (
            <Button disabled={busy} onClick={leave}>
              {texts.signOut}
            </Button>
          )}
        </div>
      )}
    </div>
  );
}

/** Worded here: what an authorization server writes into a link is shown to nobody. */
function Outcome({ outcome }: { outcome: string }) {
  if (outcome === 'done') return <Notice>{texts.done}</Notice>;
  const words: Record<string, string> = { denied: texts.denied, unknown: texts.unknown };
  return <Notice tone="danger">{words[outcome] ?? texts.failed}</Notice>;
}
