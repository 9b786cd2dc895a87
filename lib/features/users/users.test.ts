import { afterEach, describe, expect, it } from 'vitest';
import { hasUsers } from '@/db/queries/users/has-users';
import { selectWorkspaces } from '@/db/queries/workspaces/select-workspaces';
import { testDatabaseKinds, useTestDatabase } from '@/db/testing/use-test-database';
import type { Actor } from '@/lib/platform/auth/actor';
import { requireActor } from '@/lib/platform/auth/require-actor';
import { signInWithPassword } from '@/lib/platform/auth/sign-in-with-password';
import { bootstrapOwner } from './bootstrap-owner';
import { createOwner } from './create-owner';
import { createUser } from './create-user';
import { setupState } from './setup-state';
import { setupToken } from './setup-token';
import { newUserInput } from './user-input';

const elsewhere = new Headers({ host: 'massgen.example' });
const input = (email: string) => newUserInput.parse({ email, password: 'password1' });

describe.each(testDatabaseKinds())('set-up (%s)', (kind) => {
  useTestDatabase(kind);

  it('needs the printed token from elsewhere', async () => {
    expect(await setupState(elsewhere)).toEqual({ needed: true, tokenRequired: true });
    for (const token of [undefined, '', 'wrong', '0'.repeat(32)]) {
      const refused = createOwner({ ...input('a@example.com'), token }, elsewhere);
      await expect(refused).rejects.toMatchObject({ code: 'forbidden' });
    }
    expect(await hasUsers()).toBe(false);
  });

  it('makes one owner, however many try at once, with a personal workspace', async () => {
    const token = await setupToken();
    const attempts = await Promise.allSettled(
      [1, 2, 3, 4].map((n) => createOwner({ ...input(`Owner${n}@Example.com`), token }, elsewhere)),
    );
    const made = attempts.filter((attempt) => attempt.status === 'fulfilled');
    expect(made).toHaveLength(1);
    const owner = made[0]!.value;
    expect(owner).toMatchObject({ role: 'owner', email: expect.stringMatching(/^owner\d@example\.com$/) });
    expect(await selectWorkspaces({ userId: owner.id })).toMatchObject([{ role: 'owner', personal: true }]);
    expect(await setupState(elsewhere)).toMatchObject({ needed: false });
    const late = createOwner({ ...input('late@example.com'), token }, elsewhere);
    await expect(late).rejects.toMatchObject({ code: 'conflict' });
  });

  it('lets owner and administrators make accounts, each e-mail once', async () => {
    const actor = (role: Actor['role']): Actor => ({
      userId: '',
      email: '',
      name: '',
      role,
      via: { kind: 'session', sessionId: '' },
    });
    await expect(createUser(actor('member'), input('x@example.com'))).rejects.toMatchObject({ code: 'forbidden' });
    expect(await createUser(actor('admin'), input('x@example.com'))).toMatchObject({ role: 'member', name: 'x' });
    await expect(createUser(actor('owner'), input('X@example.com'))).rejects.toMatchObject({ code: 'conflict' });
  });
});

describe('the owner from the environment', () => {
  useTestDatabase();

  afterEach(() => {
    for (const name of ['EMAIL', 'PASSWORD', 'API_KEY']) delete process.env[`MASSGEN_ADMIN_${name}`];
  });

  it('is refused with a clear message when the password is missing', async () => {
    process.env.MASSGEN_ADMIN_EMAIL = 'boss@localhost';
    await expect(bootstrapOwner()).rejects.toThrow(/MASSGEN_ADMIN_PASSWORD: It must have at least 8 characters/);
    expect(await hasUsers()).toBe(false);
  });

  it('is made at the first start only, with the API key', async () => {
    process.env.MASSGEN_ADMIN_EMAIL = 'Boss@localhost';
    process.env.MASSGEN_ADMIN_PASSWORD = 'password1';
    process.env.MASSGEN_ADMIN_API_KEY = 'a-key-of-my-own-with-40-characters-in-all';
    await bootstrapOwner();
    const attempt = { email: 'boss@localhost', password: 'password1', address: '::1' };
    expect(await signInWithPassword(attempt)).toMatchObject({ role: 'owner' });
    const request = new Request('http://localhost/', {
      headers: { authorization: 'Bearer a-key-of-my-own-with-40-characters-in-all' },
    });
    expect(await requireActor(request)).toMatchObject({ email: 'boss@localhost', role: 'owner' });

    process.env.MASSGEN_ADMIN_EMAIL = 'second@localhost';
    await bootstrapOwner();
    expect(await signInWithPassword({ ...attempt, email: 'second@localhost' })).toBeNull();
  });
});
