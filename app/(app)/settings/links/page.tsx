import type { Metadata } from 'next';
import { MyLinks } from '@/components/share/my-links';
import { PageFrame } from '@/components/ui/page-frame';
import { listShares } from '@/lib/features/shares/list-shares';
import { pageActor } from '@/lib/platform/auth/page-actor';
import { texts } from '../../texts';

export const metadata: Metadata = { title: texts.links };

const MOST = 200;

/** The links that the person has made, newest first. */
export default async function LinksPage() {
  const { items } = await listShares(await pageActor(), { scope: 'own', limit: MOST });
  const shares = items.map(({ ownerId: _, ownerName: __, leafId: ___, createdAt: ____, ...share }) => ({
    ...share,
    expiresAt: share.expiresAt?.toISOString() ?? null,
    revokedAt: share.revokedAt?.toISOString() ?? null,
    lastViewedAt: share.lastViewedAt?.toISOString() ?? null,
  }));
  return (
    <PageFrame title={texts.links} text={texts.linksText}>
      <MyLinks shares={shares} now={new Date().toISOString()} />
    </PageFrame>
  );
}
