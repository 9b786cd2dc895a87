import { sql } from 'drizzle-orm';
import { afterAll, describe, expect, test } from 'vitest';
import { getDb } from '@/db/client';
import { insertPerson } from '@/db/testing/insert-person';
import { testDatabaseKinds, useTestDatabase } from '@/db/testing/use-test-database';
import { auditCsv } from '@/lib/features/audit/audit-csv';
import { listAudit } from '@/lib/features/audit/list-audit';
import { acceptInvite } from '@/lib/features/invites/accept-invite';
import { createInvite } from '@/lib/features/invites/create-invite';
import { listInvites, revokeInvite } from '@/lib/features/invites/list-invites';
import { showInvite } from '@/lib/features/invites/show-invite';
import { changeRole, removeMember, transferWorkspace } from '@/lib/features/members/change-member';
import { listMembers } from '@/lib/features/members/list-members';
import type { Actor } from '@/lib/platform/auth/actor';
import { signInWithProvider } from '@/lib/platform/auth/sign-in-with-provider';
import { stopEngine } from '@/lib/runtime/engine';
import { changeWorkspace } from './change-workspace';
import { createWorkspace } from './create-workspace';
import { deleteWorkspace } from './delete-workspace';
import { getWorkspace } from './get-workspace';
import { listWorkspaces } from './list-workspaces';

const ORIGIN = 'https://massgen.example';
const PASSWORD = 'correct horse battery staple';
const tokenOf = (url: string) => url.split('/').at(-1) ?? '';

describe.each(testDatabaseKinds())('workspaces of several people, on %s', (kind) => {
  useTestDatabase(kind);
  afterAll(() => stopEngine());

  async function team() {
    const owner = await insertPerson();
    const { id } = await createWorkspace(owner, { name: 'Ours' });
    const join = async (role: 'admin' | 'member' | 'viewer') => {
      const person = await insertPerson();
      const { url } = await createInvite(owner, id, { role }, ORIGIN);
      await acceptInvite(person, tokenOf(url), {});
      return person;
    };
    return { owner, id, join };
  }

  test('who makes one is its owner; its members see it, others do not know of it', async () => {
    const { owner, id, join } = await team();
    const member = await join('member');
    expect((await listWorkspaces(owner)).map(({ personal, role }) => [personal, role])).toEqual([
      [true, 'owner'],
      [false, 'owner'],
    ]);
    expect(await getWorkspace(member, id)).toMatchObject({ name: 'Ours', role: 'member', members: 2 });
    expect((await listMembers(member, id)).map(({ role }) => role).toSorted()).toEqual(['member', 'owner']);
    const stranger = await insertPerson();
    await expect(getWorkspace(stranger, id)).rejects.toMatchObject({ code: 'not_found' });
    await expect(listMembers(stranger, id)).rejects.toMatchObject({ code: 'not_found' });
    await expect(listAudit(stranger, id, page)).rejects.toMatchObject({ code: 'not_found' });
    await expect(changeWorkspace(member, id, { name: 'Mine' })).rejects.toMatchObject({ code: 'forbidden' });
    expect(await changeWorkspace(owner, id, { name: 'Still ours' })).toMatchObject({ name: 'Still ours' });
  });

  const page = { limit: 100, format: 'json' as const };

  test('administrators manage members, but neither make owners nor touch them', async () => {
    const { owner, id, join } = await team();
    const [admin, member, viewer] = [await join('admin'), await join('member'), await join('viewer')];
    const place = (person: Actor) => ({ workspaceId: id, userId: person.userId });
    expect(await changeRole(admin, place(member), 'viewer')).toMatchObject({ role: 'viewer' });
    await expect(changeRole(member, place(viewer), 'member')).rejects.toMatchObject({ code: 'forbidden' });
    await expect(changeRole(admin, place(admin), 'owner')).rejects.toMatchObject({ code: 'forbidden' });
    await expect(changeRole(admin, place(owner), 'member')).rejects.toMatchObject({ code: 'forbidden' });
    await expect(createInvite(admin, id, { role: 'owner' }, ORIGIN)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(createInvite(member, id, { role: 'viewer' }, ORIGIN)).rejects.toMatchObject({ code: 'forbidden' });
    await removeMember(admin, place(viewer));
    await expect(getWorkspace(viewer, id)).rejects.toMatchObject({ code: 'not_found' });
    await expect(removeMember(admin, place(viewer))).rejects.toMatchObject({ code: 'not_found' });
  });

  test('the last owner cannot go or be lowered, but can hand over; two who leave at once leave one', async () => {
    const { owner, id, join } = await team();
    const heir = await join('member');
    const me = { workspaceId: id, userId: owner.userId };
    await expect(removeMember(owner, me)).rejects.toMatchObject({ code: 'conflict' });
    await expect(changeRole(owner, me, 'admin')).rejects.toMatchObject({ code: 'conflict' });
    await transferWorkspace(owner, { workspaceId: id, userId: heir.userId });
    expect([(await getWorkspace(owner, id)).role, (await getWorkspace(heir, id)).role]).toEqual(['admin', 'owner']);
    await changeRole(heir, me, 'owner');
    const left = await Promise.allSettled([
      removeMember(owner, me),
      removeMember(heir, { workspaceId: id, userId: heir.userId }),
    ]);
    expect(left.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  });

  test('an invite is for so many, so long, for that address, and while its maker may invite', async () => {
    const { owner, id, join } = await team();
    const admin = await join('admin');
    const once = await createInvite(admin, id, { role: 'member' }, ORIGIN);
    expect(once.url).toMatch(/^https:\/\/massgen\.example\/invite\/[\w-]{43}$/);
    expect(once.expiresAt.getTime() - Date.now()).toBeGreaterThan(6.9 * 86_400_000);
    const [first, second] = [await insertPerson(), await insertPerson()];
    await acceptInvite(first, tokenOf(once.url), {});
    await expect(acceptInvite(second, tokenOf(once.url), {})).rejects.toMatchObject({ code: 'not_found' });
    const named = await createInvite(admin, id, { role: 'viewer', email: second.email }, ORIGIN);
    await expect(acceptInvite(first, tokenOf(named.url), {})).rejects.toMatchObject({ code: 'forbidden' });
    await acceptInvite(second, tokenOf(named.url), {});
    const open = await createInvite(admin, id, { role: 'member', maxUses: 5 }, ORIGIN);
    // Who is a member already uses nothing up and keeps their role.
    await acceptInvite(owner, tokenOf(open.url), {});
    expect((await listInvites(owner, id)).find((one) => one.id === open.id)).toMatchObject({ uses: 0 });
    const dead = await createInvite(owner, id, { role: 'member' }, ORIGIN);
    await revokeInvite(admin, id, dead.id);
    await changeRole(owner, { workspaceId: id, userId: admin.userId }, 'member');
    for (const { url } of [dead, open])
      await expect(showInvite(tokenOf(url))).rejects.toMatchObject({ code: 'not_found' });
    await expect(showInvite('x'.repeat(43))).rejects.toMatchObject({ code: 'not_found' });
    const { rows } = await (await getDb()).execute(sql`select token_hash from invite`);
    expect(JSON.stringify(rows)).not.toContain(tokenOf(open.url));
  });

  test('accepting makes an account, which the owner of its address can take over', async () => {
    const { owner, id } = await team();
    const email = `${crypto.randomUUID()}@example.com`;
    const { url } = await createInvite(owner, id, { role: 'member', email }, ORIGIN);
    await expect(acceptInvite(null, tokenOf(url), {})).rejects.toMatchObject({ code: 'unauthenticated' });
    const other = { email: 'other@example.com', password: PASSWORD };
    await expect(acceptInvite(null, tokenOf(url), other)).rejects.toMatchObject({ code: 'invalid' });
    const { userId } = await acceptInvite(null, tokenOf(url), { password: PASSWORD });
    const db = await getDb();
    const stored = async () =>
      (await db.execute(sql`select is_email_verified as known, password_hash as hash from "user" where id = ${userId}`))
        .rows[0];
    expect(await stored()).toMatchObject({ known: false, hash: expect.any(String) });
    const identity = { provider: 'github', providerAccountId: userId, name: null, image: null };
    expect(await signInWithProvider({ ...identity, verifiedEmail: email })).toEqual({ userId });
    expect(await stored()).toMatchObject({ known: true, hash: null });
  });

  test('of several who accept an invite for one at once, one joins and nobody else has an account', async () => {
    const { owner, id } = await team();
    const { url } = await createInvite(owner, id, { role: 'member' }, ORIGIN);
    const emails = [1, 2, 3].map((n) => `${n}-${crypto.randomUUID()}@example.com`);
    const all = await Promise.allSettled(
      emails.map((email) => acceptInvite(null, tokenOf(url), { email, password: PASSWORD })),
    );
    expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const result of all)
      if (result.status === 'rejected') expect(result.reason).toMatchObject({ code: 'not_found' });
    const { rows } = await (await getDb()).execute(
      sql`select email from "user" where email = any(${sql.param(emails)})`,
    );
    expect(rows).toHaveLength(1);
    expect(await listMembers(owner, id)).toHaveLength(2);
  });

  test('a personal workspace is neither shared nor deleted; another goes with everything in it', async () => {
    const { owner, id, join } = await team();
    const member = await join('member');
    await expect(createInvite(owner, owner.workspaceId, { role: 'member' }, ORIGIN)).rejects.toMatchObject({
      code: 'conflict',
    });
    await expect(deleteWorkspace(owner, owner.workspaceId)).rejects.toMatchObject({ code: 'conflict' });
    await expect(deleteWorkspace(member, id)).rejects.toMatchObject({ code: 'forbidden' });
    await deleteWorkspace(owner, id);
    await expect(getWorkspace(member, id)).rejects.toMatchObject({ code: 'not_found' });
  });

  test('the audit log says who did what, has neither addresses nor secrets, and cannot be changed', async () => {
    const { owner, id, join } = await team();
    const member = await join('member');
    await changeRole({ ...owner, address: '192.0.2.7' }, { workspaceId: id, userId: member.userId }, 'viewer');
    const { items } = await listAudit(owner, id, page);
    expect(items.map(({ action }) => action)).toEqual([
      'member.role',
      'member.join',
      'invite.create',
      'workspace.create',
    ]);
    expect(items[0]).toMatchObject({
      actorId: owner.userId,
      targetId: member.userId,
      details: { from: 'member', to: 'viewer' },
      via: 'apiKey',
      address: '192.0.2.7',
    });
    expect(JSON.stringify(items)).not.toContain(member.email);
    const some = await listAudit(owner, id, { ...page, action: 'member', limit: 1 });
    expect(some.items.map(({ action }) => action)).toEqual(['member.role']);
    const rest = await listAudit(owner, id, { ...page, action: 'member', cursor: some.nextCursor ?? undefined });
    expect(rest).toMatchObject({ items: [{ action: 'member.join' }], nextCursor: null });
    expect(auditCsv(items).split('\r\n')).toHaveLength(6);
    await expect(listAudit(member, id, page)).rejects.toMatchObject({ code: 'forbidden' });
    const db = await getDb();
    for (const change of [
      sql`delete from audit_entry`,
      sql`update audit_entry set action = 'x'`,
      sql`truncate audit_entry`,
    ])
      await expect(db.execute(change)).rejects.toThrow();
    expect((await listAudit(owner, id, page)).items).toHaveLength(4);
  });
});
