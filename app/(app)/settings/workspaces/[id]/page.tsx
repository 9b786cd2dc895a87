import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { ProviderKeys } from '@/components/settings/provider-keys';
import { Section } from '@/components/settings/section';
import { PageFrame } from '@/components/ui/page-frame';
import { AuditList } from '@/components/workspaces/audit-list';
import { InsightList } from '@/components/workspaces/insight-list';
import { InviteList } from '@/components/workspaces/invite-list';
import { LinkList } from '@/components/workspaces/link-list';
import { MemberList } from '@/components/workspaces/member-list';
import { PolicyForm } from '@/components/workspaces/policy-form';
import { Spending } from '@/components/workspaces/spending';
import { WorkspaceEnd } from '@/components/workspaces/workspace-end';
import { WorkspaceName } from '@/components/workspaces/workspace-name';
import { auditQuery } from '@/lib/features/audit/audit-schema';
import { loadWorkspace } from '@/lib/features/workspaces/load-workspace';
import { pageActor } from '@/lib/platform/auth/page-actor';
import { AppError } from '@/lib/platform/errors/app-error';
import { texts } from '../texts';

interface PageProps {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export const metadata: Metadata = { title: texts.title };

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const day = new Intl.DateTimeFormat('en', { dateStyle: 'medium' });
const moment = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' });

export default async function WorkspacePage({ params, searchParams }: PageProps) {
  const { id } = await params;
  const filter = auditFilter(await searchParams);
  const actor = await pageActor();
  const { workspace, members, policy, caps, backends, keys, managed } = await load(id, filter);
  const me = { userId: actor.userId, role: workspace.role };
  const shared = !workspace.personal;
  return (
    <PageFrame
      title={shared ? workspace.name : texts.personal}
      text={shared ? texts.note(workspace.role, workspace.members) : texts.personalNote}
    >
      <div>
        {shared && managed && (
          <Section title={texts.name}>
            <WorkspaceName id={id} name={workspace.name} />
          </Section>
        )}
        {shared && (
          <Section title={texts.members}>
            <MemberList workspaceId={id} members={members} me={me} />
          </Section>
        )}
        {shared && managed && (
          <Section title={texts.invites} text={texts.invitesText}>
            <InviteList
              workspaceId={id}
              role={workspace.role}
              sendsMail={managed.sendsMail}
              invites={managed.invites.map(({ id, role, email, maxUses, uses, expiresAt }) => ({
                ...{ id, role, email, left: maxUses - uses, until: day.format(expiresAt) },
              }))}
            />
          </Section>
        )}
        {caps.length > 0 && (
          <Section title={texts.spending}>
            <Spending caps={caps.map(({ of, capUsd, spentUsd, state }) => ({ of, capUsd, spentUsd, state }))} />
          </Section>
        )}
        {shared && managed && (
          <Section title={texts.keys} text={texts.keysText}>
            <ProviderKeys keys={keys} workspaceId={id} />
          </Section>
        )}
        {managed && (
          <Section title={texts.policy} text={texts.policyText}>
            <PolicyForm workspaceId={id} policy={policy} backends={backends} />
          </Section>
        )}
        {managed && (
          <Section title={texts.insights} text={texts.insightsText}>
            <InsightList workspaceId={id} {...managed.insights} usage={managed.usage} />
          </Section>
        )}
        {shared && managed && (
          <Section title={texts.links} text={texts.linksText}>
            <LinkList
              links={managed.links.map(({ share, isOrphaned }) => ({
                ...{ id: share.id, conversationId: share.conversationId, level: share.level, audience: share.audience },
                ...{ title: share.title ?? share.conversationTitle, ownerName: share.ownerName, isOrphaned },
              }))}
            />
          </Section>
        )}
        {managed && (
          <Section id="audit" title={texts.audit} text={texts.auditText}>
            <AuditList
              workspaceId={id}
              filter={filter}
              people={members.map(({ userId, name }) => ({ userId, name }))}
              lines={managed.audit.map(({ id, at, actorName, action, details, address }) => ({
                ...{ id, at: moment.format(at), who: actorName, action, address },
                details: Object.entries(details)
                  .map(([name, value]) => `${name}: ${value}`)
                  .join(', '),
              }))}
            />
          </Section>
        )}
        {shared && (
          <Section title={texts.end}>
            <WorkspaceEnd workspace={{ id, name: workspace.name }} members={members} me={me} />
          </Section>
        )}
      </div>
    </PageFrame>
  );
}

/** What of the audit log is asked for by the address; what is malformed is left out. */
function auditFilter(given: Record<string, unknown>) {
  const part = <K extends 'action' | 'actorId' | 'from' | 'to'>(name: K) => {
    const parsed = auditQuery.shape[name].safeParse(given[name]);
    return parsed.success && parsed.data !== undefined ? { [name]: parsed.data } : {};
  };
  return { ...part('action'), ...part('actorId'), ...part('from'), ...part('to') };
}

async function load(id: string, filter: ReturnType<typeof auditFilter>) {
  if (!UUID.test(id)) notFound();
  try {
    return await loadWorkspace(await pageActor(), id, filter);
  } catch (error) {
    if (error instanceof AppError && error.code === 'not_found') notFound();
    throw error;
  }
}
