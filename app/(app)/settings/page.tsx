import type { Metadata } from 'next';
import Link from 'next/link';
import { ApiKeys } from '@/components/settings/api-keys';
import { PasswordForm } from '@/components/settings/password-form';
import { ProfileForm } from '@/components/settings/profile-form';
import { Section } from '@/components/settings/section';
import { Sessions } from '@/components/settings/sessions';
import { PageFrame } from '@/components/ui/page-frame';
import { listApiKeys } from '@/lib/features/api-keys/list-api-keys';
import { listSessions } from '@/lib/platform/auth/list-sessions';
import { pageActor } from '@/lib/platform/auth/page-actor';
import { texts } from '../texts';
import { browserName } from './browser-name';

export const metadata: Metadata = { title: texts.account };

const day = new Intl.DateTimeFormat('en', { dateStyle: 'medium' });

/** The person, their browsers and their keys. */
export default async function SettingsPage() {
  const actor = await pageActor();
  const [apiKeys, sessions] = await Promise.all([listApiKeys(actor), listSessions(actor)]);
  return (
    <PageFrame title={texts.account}>
      <div>
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
            keys={apiKeys.map(({ id, name, prefix, scope, madeByName, expiresAt, createdAt, lastUsedAt }) => ({
              ...{ id, name, prefix, scope, madeBy: madeByName },
              until: expiresAt && day.format(expiresAt),
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
