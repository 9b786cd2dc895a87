import 'server-only';
import { headers as currentHeaders } from 'next/headers';
import { dbKind } from '@/db/client';
import { findApiKeyOwner } from '@/db/queries/api-keys/find-api-key-owner';
import { touchApiKey } from '@/db/queries/api-keys/touch-api-key';
import { findActiveSession } from '@/db/queries/sessions/find-active-session';
import { touchSession } from '@/db/queries/sessions/touch-session';
import type { UserRecord } from '@/db/types/user-record';
import { AppError } from '@/lib/platform/errors/app-error';
import { clientAddress } from '@/lib/platform/http/client-address';
import { texts } from '@/lib/platform/texts';
import type { Actor } from './actor';
import { hashApiKey } from './hash-api-key';
import { recentApiKeys } from './recent-api-keys';
import { readSessionCookie } from './session-cookie';
import { sessionIdOf } from './session-token';

const NOTE_USE_EVERY_MS = 60_000;

/**
 * Who makes a request (the current one of Next when none is given): the owner of its API key, else of its session cookie.
 * Throws `unauthenticated` when neither is valid. A request with an `Authorization` header is never judged by its cookie.
 */
export async function requireActor(request?: Request): Promise<Actor> {
  const headers = request ? request.headers : await currentHeaders();
  const authorization = headers.get('authorization');
  const actor = authorization === null ? await actorOfCookie(headers) : await actorOfKey(authorization);
  if (!actor) throw new AppError('unauthenticated', texts.signInOrKey);
  return { ...actor, address: clientAddress(headers) };
}

async function actorOfKey(authorization: string): Promise<Actor | null> {
  const key = /^Bearer\s+(\S+)$/i.exec(authorization)?.[1];
  if (!key) return null;
  const hash = hashApiKey(key);
  const recent = recentApiKeys.get(hash);
  if (recent) return recent;
  const version = recentApiKeys.version();
  const found = await findApiKeyOwner(hash);
  if (!found) return null;
  if (isOld(found.lastUsedAt)) await touchApiKey(found.apiKeyId);
  const { apiKeyId, scope, workspaceId } = found;
  const actor = { ...toActor(found.user, { kind: 'apiKey', apiKeyId, scope }), onlyIn: workspaceId };
  if (dbKind() === 'pglite') recentApiKeys.set(hash, actor, version);
  return actor;
}

async function actorOfCookie(headers: Headers): Promise<Actor | null> {
  const token = readSessionCookie(headers);
  const sessionId = token && (await sessionIdOf(token));
  if (!sessionId) return null;
  const found = await findActiveSession(sessionId);
  if (!found) return null;
  if (isOld(found.lastSeenAt)) await touchSession(sessionId);
  return toActor(found.user, { kind: 'session', sessionId });
}

function isOld(time: Date | null): boolean {
  return !time || Date.now() - time.getTime() > NOTE_USE_EVERY_MS;
}

function toActor(user: UserRecord, via: Actor['via']): Actor {
  return { userId: user.id, email: user.email, name: user.name, role: user.role, via };
}
