import type { Metadata } from 'next';
import { cookies } from 'next/headers';
import Link from 'next/link';
import { ApiKeys } from '@/components/settings/api-keys';
import { BackendList } from '@/components/settings/backend-list';
import { PasswordForm } from '@/components/settings/password-form';
import { ProfileForm } from '@/components/settings/profile-form';
import { ProviderKeys } from '@/components/settings/provider-keys';
import { Section } from '@/components/settings/section';
import { Sessions } from '@/components/settings/sessions';
import { ShortcutChoice } from '@/components/settings/shortcut-choice';
import { ThemeChoice } from '@/components/settings/theme-choice';
import { TrustedOrigins } from '@/components/settings/trusted-origins';
import { buttonClass } from '@/components/ui/button';
import { PageFrame } from '@/components/ui/page-frame';
import { SHORTCUTS_COOKIE } from '@/lib/browser/ui/shortcuts';
import { THEME_COOKIE, themeFrom } from '@/lib/browser/ui/theme';
import { listApiKeys } from '@/lib/features/api-keys/list-api-keys';
import { listProviderKeys } from '@/lib/features/provider-keys/list-provider-keys';
import { listTrustedOrigins } from '@/lib/features/trusted-origins/list-trusted-origins';
import { listSessions } from '@/lib/platform/auth/list-sessions';
import { pageActor } from '@/lib/platform/auth/page-actor';
import { mayOnInstance } from '@/lib/platform/permissions/may-on-instance';
import { texts } from '../texts';
import { browserName } from './browser-name';

export const metadata: Metadata = { title: texts.settings };

const day = new Intl.DateTimeFormat('en', { dateStyle: 'medium' });

interface PageProps {
  /** `key` = the provider whose key somebody came to store. */
  searchParams: Promise<{ key?: string }>;
}

export default async function SettingsPage({ searchParams }: PageProps) {
  const actor = await pageActor();
  const [jar, providerKeys, apiKeys, sessions, trustedOrigins] = await Promise.all([
    cookies(),
    listProviderKeys(actor),
    listApiKeys(actor),
    listSessions(actor),
    mayOnInstance(actor, 'manage', 'trustedOrigin') ? listTrustedOrigins(actor) : null,
  ]);
  return (
    <PageFrame title={texts.settings}>
      <div>
        <Section title={texts.theme}>
          <ThemeChoice initial={themeFrom(jar.get(THEME_COOKIE)?.value)} />
        </Section>
        <Section title={texts.keyboard}>
          <ShortcutChoice initial={jar.get(SHORTCUTS_COOKIE)?.value !== 'off'} />
        </Section>
        <Section id="models" title={texts.models} text={texts.modelsText}>
          <BackendList />
        </Section>
        <Section id="provider-keys" title={texts.providerKeys} text={texts.providerKeysText}>
          <ProviderKeys keys={providerKeys} wanted={(await searchParams).key} />
        </Section>
        {trustedOrigins && (
          <Section id="trusted" title={texts.trustedAddresses} text={texts.trustedAddressesText}>
            <TrustedOrigins origins={trustedOrigins} />
          </Section>
        )}
        <Section id="mcp" title={texts.mcp} text={texts.mcpText}>
          <Link href="/settings/mcp" className={buttonClass()}>
            {texts.openMcp}
          </Link>
        </Section>
        <Section title={texts.links} text={texts.linksText}>
          <Link href="/settings/links" className={buttonClass()}>
            {texts.openLinks}
          </Link>
        </Section>
        <Section title={texts.usage} text={texts.usageIntro}>
          <Link href="/settings/usage" className={buttonClass()}>
            {texts.openUsage}
          </Link>
        </Section>
        <Section title={texts.reliability} text={texts.reliabilityIntro}>
          <Link href="/settings/reliability" className={buttonClass()}>
            {texts.openReliability}
          </Link>
        </Section>
        <Section title={texts.profile}>
          <ProfileForm name={actor.name} email={actor.email} />
        </Section>
        <Section title={texts.password}>
          <PasswordForm />
        </Section>
        <Section title={texts.apiKeys} text={texts.apiKeysText}>
          <p className="mb-3 text-sm">
            <Link href="/docs/api" className="text-accent underline underline-offset-2">
              {texts.apiLink}
            </Link>
          </p>
          <ApiKeys
            keys={apiKeys.map(({ id, name, prefix, createdAt, lastUsedAt }) => ({
              id,
              name,
              prefix,
              created: day.format(createdAt),
              used: lastUsedAt && day.format(lastUsedAt),
            }))}
          />
        </Section>
        <Section title={texts.browsers}>
          <Sessions
            sessions={sessions.map(({ id, userAgent, lastSeenAt, current }) => ({
              id,
              browser: browserName(userAgent),
              seen: day.format(lastSeenAt),
              current,
            }))}
          />
        </Section>
      </div>
    </PageFrame>
  );
}
