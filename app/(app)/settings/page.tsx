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
import { ThemeChoice } from '@/components/settings/theme-choice';
import { buttonClass } from '@/components/ui/button';
import { PageFrame } from '@/components/ui/page-frame';
import { listApiKeys } from '@/lib/api-keys/list-api-keys';
import { listSessions } from '@/lib/auth/list-sessions';
import { pageActor } from '@/lib/auth/page-actor';
import { THEME_COOKIE, themeFrom } from '@/lib/client/theme';
import { listProviderKeys } from '@/lib/provider-keys/list-provider-keys';
import { browserName } from './browser-name';

export const metadata: Metadata = { title: 'Settings' };

const day = new Intl.DateTimeFormat('en', { dateStyle: 'medium' });

export default async function SettingsPage() {
  const actor = await pageActor();
  const [jar, providerKeys, apiKeys, sessions] = await Promise.all([
    cookies(),
    listProviderKeys(actor),
    listApiKeys(actor),
    listSessions(actor),
  ]);
  return (
    <PageFrame title="Settings">
      <div>
        <Section title="Theme">
          <ThemeChoice initial={themeFrom(jar.get(THEME_COOKIE)?.value)} />
        </Section>
        <Section id="models" title="Models" text="Which models can answer now, and what is missing where one cannot.">
          <BackendList />
        </Section>
        <Section
          title="Provider keys"
          text="With a key, agents use real models. Keys are stored encrypted and never shown again."
        >
          <ProviderKeys keys={providerKeys} />
        </Section>
        <Section title="Usage" text="Tokens and cost by day, model and conversation.">
          <Link href="/settings/usage" className={buttonClass()}>
            Open usage
          </Link>
        </Section>
        <Section title="Profile">
          <ProfileForm name={actor.name} email={actor.email} />
        </Section>
        <Section title="Password">
          <PasswordForm />
        </Section>
        <Section title="API keys" text="For programs that use the REST API in your name.">
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
        <Section title="Signed-in browsers">
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
