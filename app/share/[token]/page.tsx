import type { Metadata } from 'next';
import { headers } from 'next/headers';
import Link from 'next/link';
import { SharedConversation } from '@/components/share/shared-conversation';
import { SharedCopy } from '@/components/share/shared-copy';
import { SharedLive } from '@/components/share/shared-live';
import { SharedPassword } from '@/components/share/shared-password';
import { SharedReplay } from '@/components/share/shared-replay';
import { texts } from '@/components/share/texts';
import { EntryPage } from '@/components/sign-in/entry-page';
import { buttonClass } from '@/components/ui/button';
import { canDraw } from '@/lib/browser/share/can-draw';
import { requestOrigin } from '@/lib/platform/http/request-origin';
import { showHidden } from '@/lib/protocol/text/hidden-characters';
import { loadPage } from './load-page';
import { SharedFrame } from './shared-frame';

interface PageProps {
  params: Promise<{ token: string }>;
}

const ROBOTS = { index: false, follow: false };
const LONGEST_DESCRIPTION = 200;
const ICON = '/icons/icon-512.png';

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { token } = await params;
  const page = await loadPage(token);
  if (!page) return { title: texts.untitled, robots: ROBOTS };
  const title = showHidden(page.share.title);
  const { audience, passwordHash } = page.opened;
  // What a messenger shows of the page is seen by whoever the link is sent to, and by whom they send it on to.
  if (audience !== 'anyone' || passwordHash !== null) return { title, robots: ROBOTS };
  const question = page.messages[0]?.parts.find((part) => part.type === 'text')?.text ?? '';
  const hasPicture = canDraw(title);
  const description = showHidden(question.slice(0, LONGEST_DESCRIPTION));
  return {
    title,
    description,
    robots: ROBOTS,
    metadataBase: new URL(requestOrigin(await headers())),
    openGraph: { type: 'article', title, description, images: [hasPicture ? `/share/${token}/picture` : ICON] },
    twitter: { card: hasPicture ? 'summary_large_image' : 'summary', title, description },
  };
}

export default async function SharePage({ params }: PageProps) {
  const { token } = await params;
  const page = await loadPage(token);
  if (!page) {
    return (
      <EntryPage title={texts.lockedTitle} text={texts.lockedText}>
        <SharedPassword token={token} />
      </EntryPage>
    );
  }
  const { share, messages, runs, isSignedIn } = page;
  const open = runs.filter(({ status }) => status === 'queued' || status === 'running');
  return (
    <SharedFrame isSignedIn={isSignedIn} token={token}>
      <SharedConversation
        view={{ share, messages, runs }}
        token={token}
        replayOf={share.level === 'final' ? undefined : (runId) => <SharedReplay token={token} runId={runId} />}
      />
      {share.mode === 'live' && <SharedLive token={token} runs={open.map(({ id, seq }) => ({ id, seq }))} />}
      <footer className="mt-12 flex flex-col items-start gap-3 border-line border-t pt-6">
        {isSignedIn ? (
          <>
            <SharedCopy token={token} />
            <p className="text-muted text-sm">{texts.copyText}</p>
          </>
        ) : (
          <Link href={`/signin?callbackUrl=/share/${token}`} className={buttonClass('plain', 'md', 'min-h-11')}>
            {texts.signInToCopy}
          </Link>
        )}
        <a href={`/api/v1/shared/${token}/export`} download className={buttonClass('plain', 'md', 'min-h-11')}>
          {texts.download}
        </a>
      </footer>
    </SharedFrame>
  );
}
