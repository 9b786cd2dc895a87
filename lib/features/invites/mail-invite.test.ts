import { afterAll, afterEach, describe, expect, it, vi } from 'vitest';
import { insertPerson } from '@/db/testing/insert-person';
import { testDatabaseKinds, useTestDatabase } from '@/db/testing/use-test-database';
import { listAudit } from '@/lib/features/audit/list-audit';
import { createWorkspace } from '@/lib/features/workspaces/create-workspace';
import { type SmtpDouble, startSmtpDouble } from '@/lib/platform/mail/testing/smtp-double';
import { stopEngine } from '@/lib/runtime/engine';
import { acceptInvite } from './accept-invite';
import { createInvite } from './create-invite';
import { listInvites } from './list-invites';

const ORIGIN = 'https://massgen.example.test';
const HOSTILE = 'Eve\r\nBcc: all@evil.test\r\n\r\nGo to https://evil.test/x or evil.test now, \u202ewww.evil.test';

function configure(port: number): void {
  vi.stubEnv('MASSGEN_SMTP_URL', `smtp://127.0.0.1:${port}`);
  vi.stubEnv('MASSGEN_MAIL_FROM', 'MassGen <massgen@example.test>');
  vi.stubEnv('NEXTAUTH_URL', ORIGIN);
}

describe.each(testDatabaseKinds())('invites by e-mail, on %s', (kind) => {
  useTestDatabase(kind);
  let server: SmtpDouble | undefined;
  afterEach(async () => {
    vi.unstubAllEnvs();
    await server?.close();
    server = undefined;
  });
  afterAll(() => stopEngine());

  async function place(name = 'Night shift') {
    const owner = { ...(await insertPerson()), name: 'Olga' };
    return { owner, id: (await createWorkspace(owner, { name })).id };
  }
  const audited = async (owner: Awaited<ReturnType<typeof place>>['owner'], id: string) =>
    (await listAudit(owner, id, { limit: 100, format: 'json' })).items.filter(({ action }) => action === 'invite.mail');

  it('go to the address for which they are, with the link that works', async () => {
    server = await startSmtpDouble();
    configure(server.port);
    const { owner, id } = await place();
    const person = await insertPerson();
    const made = await createInvite(owner, id, { role: 'viewer', email: person.email }, ORIGIN);
    expect(made.mail).toBe('sent');
    const [mail] = server.mails;
    expect(mail?.to).toEqual([person.email]);
    expect(mail?.headers.get('subject')).toBe('Olga invites you to “Night shift”');
    const link = /https:\/\/massgen\.example\.test\/invite\/([\w-]+)/.exec(mail?.text ?? '');
    expect(link?.[0]).toBe(made.url);
    expect(await acceptInvite(person, link?.[1] ?? '', {})).toMatchObject({ workspaceId: id });
    const [line] = await audited(owner, id);
    expect(line?.details).toEqual({ outcome: 'sent' });
    expect(JSON.stringify(line)).not.toContain(person.email);
  });

  it('carry names without line breaks and links, and reach nobody else', async () => {
    server = await startSmtpDouble();
    configure(server.port);
    const { owner, id } = await place(HOSTILE);
    const made = await createInvite(
      { ...owner, name: HOSTILE },
      id,
      { role: 'member', email: 'ada@example.test' },
      ORIGIN,
    );
    expect(made.mail).toBe('sent');
    expect(server.mails.map(({ to }) => to)).toEqual([['ada@example.test']]);
    const [mail] = server.mails;
    expect(mail?.headers.has('bcc')).toBe(false);
    const text = `${mail?.headers.get('subject')}\n${mail?.text}`;
    expect(text).toContain('Eve Bcc');
    expect(text.match(/https?:\/\/\S+/g)).toEqual([made.url]);
    expect(text).not.toMatch(/www\.|evil\.test|all@evil|\u202e/);
    expect(mail?.text.split(/\r?\n/)[0]).toMatch(/^Eve .* as a member\.$/);
  });

  it('are there with their link when the mail server is not', async () => {
    const gone = await startSmtpDouble();
    configure(gone.port);
    await gone.close();
    const { owner, id } = await place();
    const person = await insertPerson();
    const made = await createInvite(owner, id, { role: 'member', email: person.email }, ORIGIN);
    expect(made.mail).toBe('unreachable');
    expect(await listInvites(owner, id)).toHaveLength(1);
    expect(await acceptInvite(person, made.url.split('/').at(-1) ?? '', {})).toMatchObject({ workspaceId: id });
    expect((await audited(owner, id))[0]?.details).toEqual({ outcome: 'unreachable' });
  });

  it('are not sent where nobody has set that up, where it is not wanted, and for no address', async () => {
    const { owner, id } = await place();
    expect((await createInvite(owner, id, { role: 'member', email: 'a@example.test' }, ORIGIN)).mail).toBe('off');
    server = await startSmtpDouble();
    configure(server.port);
    const asked = { role: 'member' as const, email: 'a@example.test', sendMail: false };
    expect((await createInvite(owner, id, asked, ORIGIN)).mail).toBeNull();
    expect((await createInvite(owner, id, { role: 'member' }, ORIGIN)).mail).toBeNull();
    expect(server.mails).toEqual([]);
    expect(await audited(owner, id)).toEqual([]);
  });

  it('stop at ten a day for one address, whoever sends them', async () => {
    server = await startSmtpDouble();
    configure(server.port);
    const { owner, id } = await place();
    const states: unknown[] = [];
    for (let count = 0; count < 11; count += 1)
      states.push((await createInvite(owner, id, { role: 'member', email: 'Bob@Example.test' }, ORIGIN)).mail);
    expect(states).toEqual([...Array(10).fill('sent'), 'tooMany']);
    expect(server.mails).toHaveLength(10);
  });
});
