import type { Metadata } from 'next';
import { BackendList } from '@/components/settings/backend-list';
import { Section } from '@/components/settings/section';
import { TrustedOrigins } from '@/components/settings/trusted-origins';
import { PageFrame } from '@/components/ui/page-frame';
import { listProviderKeys } from '@/lib/features/provider-keys/list-provider-keys';
import { listTrustedOrigins } from '@/lib/features/trusted-origins/list-trusted-origins';
import { pageActor } from '@/lib/platform/auth/page-actor';
import { mayOnInstance } from '@/lib/platform/permissions/may-on-instance';
import { placeNames } from '../../place-of';
import { texts } from '../../texts';

export const metadata: Metadata = { title: texts.models };

interface PageProps {
  /** `key` = the provider whose key somebody came to store. */
  searchParams: Promise<{ key?: string }>;
}

/** Which models can answer, and what they need for it. */
export default async function ModelsPage({ searchParams }: PageProps) {
  const actor = await pageActor();
  const [providerKeys, placeOf, trustedOrigins] = await Promise.all([
    listProviderKeys(actor),
    placeNames(),
    mayOnInstance(actor, 'manage', 'trustedOrigin') ? listTrustedOrigins(actor) : null,
  ]);
  return (
    <PageFrame title={texts.models} text={texts.modelsText}>
      <Section id="provider-keys" title={texts.providers} text={texts.providersText}>
        <BackendList
          keys={providerKeys.map((key) => ({ ...key, place: placeOf(key.workspaceId) }))}
          wanted={(await searchParams).key}
        />
      </Section>
      {trustedOrigins && (
        <Section id="trusted" title={texts.trustedAddresses} text={texts.trustedAddressesText}>
          <TrustedOrigins origins={trustedOrigins} />
        </Section>
      )}
    </PageFrame>
  );
}
