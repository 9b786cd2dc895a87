import { hash, verify } from '@node-rs/argon2';
import { encode } from 'next-auth/jwt';
import { describe, expect, it, vi } from 'vitest';
import { createUser } from '@/db/queries/users/create-user';
import { findUserWithPassword } from '@/db/queries/users/find-user-with-password';
import { useTestDatabase } from '@/db/testing/use-test-database';
import { createApiKey } from '@/lib/features/api-keys/create-api-key';
import { listApiKeys } from '@/lib/features/api-keys/list-api-keys';
import { revokeApiKey } from '@/lib/features/api-keys/revoke-api-key';
import { updateMe } from '@/lib/features/users/update-me';
import type { Actor } from './actor';
import { listSessions } from './list-sessions';
import { checkPassword, hashPassword } from './password-hash';
import { requireActor } from './require-actor';
import { revokeSession } from './revoke-session';
import { sessionSecret } from './session-token';
import { signInWithPassword } from './sign-in-with-password';
import { signInWithProvider } from './sign-in-with-provider';
import { startSession } from './start-session';

// The library itself works; the test sees what it is asked.
vi.mock('@node-rs/argon2', { spy: true });

/** Nobody waits here; the test sees for how long they would. */
const waited = vi.hoisted(() => vi.fn(async (_ms: number) => {}));
vi.mock('node:timers/promises', async (original) => ({
  ...(await original<typeof import('node:timers/promises')>()),
  setTimeout: waited,
}));

const PASSWORD = 'correct horse';
let people = 0;

async function newPerson(passwordHash?: string): Promise<Actor> {
  const email = `person${++people}@example.com`;
  const user = await createUser({
    email,
    name: 'P',
    role: 'member',
    passwordHash: passwordHash ?? (await hashPassword(PASSWORD)),
  });
  return { userId: user!.id, email, name: 'P', role: 'member', via: { kind: 'apiKey', apiKeyId: '' } };
}

async function requestOf(sessionId: string, headers: Record<string, string> = {}): Promise<Request> {
  const token = await encode({ token: { sessionId }, secret: await sessionSecret() });
  return new Request('http://localhost:4100/', {
    headers: { cookie: `other=1; massgen.session=${token}`, ...headers },
  });
}

describe('sign-in and authentication', () => {
  useTestDatabase();

  it('signs in with the right password only, whatever the case of the e-mail', async () => {
    const { email, userId } = await newPerson();
    const attempt = { email: email.toUpperCase(), password: PASSWORD, address: '::1' };
    const found = await signInWithPassword(attempt);
    expect(found).toMatchObject({ id: userId });
    expect(found).not.toHaveProperty('passwordHash');
    expect(await signInWithPassword({ ...attempt, password: 'wrong' })).toBeNull();
    expect(await signInWithPassword({ ...attempt, email: 'nobody@example.com' })).toBeNull();
  });

  it('renews a hash that was made with other parameters', async () => {
    const old = await hash(PASSWORD, { memoryCost: 8192, timeCost: 1, parallelism: 1 });
    const { email } = await newPerson(old);
    await signInWithPassword({ email, password: PASSWORD, address: '::1' });
    const renewed = (await findUserWithPassword({ email }))?.passwordHash ?? null;
    expect(renewed).not.toBe(old);
    expect(await checkPassword(renewed, PASSWORD)).toEqual({ fits: true, outdated: false });
  });

  it('computes a hash for unknown people too', async () => {
    expect(await checkPassword(null, PASSWORD)).toEqual({ fits: false, outdated: false });
    expect(vi.mocked(verify)).toHaveBeenLastCalledWith(
      expect.stringMatching(/^\$argon2id\$.*m=\d+,t=\d+,p=\d+/),
      PASSWORD,
    );
    const [, parameters] = /(m=\d+,t=\d+,p=\d+)/.exec(await hashPassword(PASSWORD)) ?? [];
    expect(vi.mocked(verify).mock.lastCall?.[0]).toContain(parameters);
  });

  it('refuses the 11th wrong attempt from one network for one e-mail, and says for how long', async () => {
    const { email } = await newPerson();
    const from = (n: number) => `2001:db8:1:2::${n}`;
    for (let n = 0; n < 10; n++) await signInWithPassword({ email, password: 'wrong', address: from(n) });
    const eleventh = signInWithPassword({ email, password: PASSWORD, address: from(99) });
    await expect(eleventh).rejects.toMatchObject({ code: 'rate_limited', status: 429 });
    await expect(eleventh).rejects.toSatisfy(
      ({ retryAfterSeconds }) => retryAfterSeconds > 0 && retryAfterSeconds <= 900,
    );
    // Whoever knows the password gets in from elsewhere.
    expect(await signInWithPassword({ email, password: PASSWORD, address: '2001:db8:1:3::1' })).not.toBeNull();
  });

  it('slows the attempts for one account down, from wherever they come, but shuts nobody out', async () => {
    const { email } = await newPerson();
    waited.mockClear();
    const attempts = Array.from({ length: 40 }, (_, n) => ({ email, password: 'wrong', address: `10.0.1.${n}` }));
    for (const attempt of attempts) expect(await signInWithPassword(attempt)).toBeNull();
    const delays = waited.mock.calls.map(([ms]) => ms);
    expect(delays.slice(0, 10)).toEqual(Array(10).fill(0));
    expect(delays.slice(10)).toEqual(delays.slice(10).toSorted((a, b) => a - b));
    expect(delays.at(-1)).toBe(5_000);
    expect(await signInWithPassword({ email, password: PASSWORD, address: '10.0.2.1' })).not.toBeNull();
    // The next attempt of somebody else is as slow: to have been there does not make it faster for others.
    await signInWithPassword({ email, password: 'wrong', address: '10.0.2.2' });
    expect(waited.mock.lastCall).toEqual([5_000]);
  });

  it('refuses the 51st attempt from one address, but does not count successful ones', async () => {
    const address = '10.9.9.9';
    const { email } = await newPerson();
    for (let n = 0; n < 12; n++)
      expect(await signInWithPassword({ email, password: PASSWORD, address })).not.toBeNull();
    const attempts = Array.from({ length: 50 }, (_, n) =>
      signInWithPassword({ email: `nobody${n}@example.com`, password: 'wrong', address }),
    );
    expect(await Promise.all(attempts)).toEqual(attempts.map(() => null));
    await expect(signInWithPassword({ email, password: PASSWORD, address })).rejects.toMatchObject({
      code: 'rate_limited',
    });
  });

  it('accepts a session cookie until the session is revoked', async () => {
    const person = await newPerson();
    const sessionId = await startSession(person.userId, 'Browser');
    const request = await requestOf(sessionId);
    const actor = await requireActor(request);
    expect(actor).toMatchObject({ userId: person.userId, via: { kind: 'session', sessionId } });
    expect(await listSessions(actor)).toMatchObject([{ id: sessionId, userAgent: 'Browser', current: true }]);

    const stranger = await newPerson();
    await expect(revokeSession(stranger, sessionId)).rejects.toMatchObject({ code: 'not_found' });
    await revokeSession(person, sessionId);
    await expect(requireActor(request)).rejects.toMatchObject({ code: 'unauthenticated' });
    expect(await listSessions(actor)).toEqual([]);
  });

  it('refuses forged cookies, and judges a request with a key by the key alone', async () => {
    const { userId } = await newPerson();
    const sessionId = await startSession(userId, null);
    const forged = await encode({ token: { sessionId }, secret: 'a guess' });
    for (const cookie of [`massgen.session=${forged}`, 'massgen.session=x', '']) {
      const request = new Request('http://localhost/', { headers: { cookie } });
      await expect(requireActor(request)).rejects.toMatchObject({ code: 'unauthenticated' });
    }
    const wrongKey = await requestOf(sessionId, { authorization: 'Bearer mg_wrong' });
    await expect(requireActor(wrongKey)).rejects.toMatchObject({ code: 'unauthenticated' });
  });

  it('accepts over https only the cookie that plain http cannot set', async () => {
    const { userId } = await newPerson();
    const request = await requestOf(await startSession(userId, null), { 'x-forwarded-proto': 'https' });
    await expect(requireActor(request)).rejects.toMatchObject({ code: 'unauthenticated' });
  });

  it('accepts an API key until it is revoked, shows it once and keeps only its hash', async () => {
    const person = await newPerson();
    const { apiKey, key } = await createApiKey(person, { name: 'Script' });
    const request = new Request('http://localhost/', { headers: { authorization: `Bearer ${key}` } });
    expect(await requireActor(request)).toMatchObject({ userId: person.userId, via: { apiKeyId: apiKey.id } });
    const [listed] = await listApiKeys(person);
    expect(listed).toMatchObject({ id: apiKey.id, name: 'Script', lastUsedAt: expect.any(Date) });
    expect(JSON.stringify(listed)).not.toContain(key.slice(8));

    await expect(revokeApiKey(await newPerson(), apiKey.id)).rejects.toMatchObject({ code: 'not_found' });
    await revokeApiKey(person, apiKey.id);
    await expect(requireActor(request)).rejects.toMatchObject({ code: 'unauthenticated' });
  });

  it('lets only administrators make keys for others, and nobody but the owner for the owner', async () => {
    const [member, other] = [await newPerson(), await newPerson()];
    const owner = await createUser({ email: 'owner@example.com', name: 'O', role: 'owner', passwordHash: null });
    const admin: Actor = { ...member, role: 'admin' };
    const forOther = { name: 'K', userId: other.userId };
    await expect(createApiKey(member, forOther)).rejects.toMatchObject({ code: 'forbidden' });
    expect((await createApiKey(admin, forOther)).key).toMatch(/^mg_/);
    await expect(createApiKey(admin, { name: 'K', userId: owner!.id })).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('changes a password only with the current one, and signs the other browsers out', async () => {
    const person = await newPerson();
    const [mine, other] = [await startSession(person.userId, null), await startSession(person.userId, null)];
    const actor = await requireActor(await requestOf(mine));
    const wrong = updateMe(actor, { password: 'new password', currentPassword: 'wrong' }, '::1');
    await expect(wrong).rejects.toMatchObject({ code: 'invalid', fields: [{ path: 'currentPassword' }] });
    await updateMe(actor, { password: 'new password', currentPassword: PASSWORD }, '::1');
    expect(await signInWithPassword({ email: person.email, password: 'new password', address: '::1' })).not.toBeNull();
    await expect(requireActor(await requestOf(other))).rejects.toMatchObject({ code: 'unauthenticated' });
    expect(await requireActor(await requestOf(mine))).toMatchObject({ userId: person.userId });
  });
});

describe('sign-in with a provider', () => {
  useTestDatabase();

  const profile = { provider: 'github', providerAccountId: '1', name: 'Ann', image: null };

  it('links by a verified e-mail only, and knows the identity from then on', async () => {
    const person = await newPerson();
    expect(await signInWithProvider({ ...profile, verifiedEmail: null })).toEqual({ refused: 'EmailNotVerified' });
    const linked = { userId: person.userId };
    expect(await signInWithProvider({ ...profile, verifiedEmail: person.email.toUpperCase() })).toEqual(linked);
    expect(await signInWithProvider({ ...profile, verifiedEmail: null })).toEqual(linked);
  });

  it('lets new people in only while sign-up is open', async () => {
    const newcomer = { ...profile, providerAccountId: '2', verifiedEmail: 'new@example.com' };
    expect(await signInWithProvider(newcomer)).toEqual({ refused: 'SignupClosed' });
    process.env.MASSGEN_SIGNUP = 'open';
    try {
      const made = await signInWithProvider(newcomer);
      const person = await findUserWithPassword({ email: 'new@example.com' });
      expect(made).toEqual({ userId: person?.id });
      expect(person).toMatchObject({ role: 'member', name: 'Ann', passwordHash: null });
    } finally {
      delete process.env.MASSGEN_SIGNUP;
    }
  });
});
