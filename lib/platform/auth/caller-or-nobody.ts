import 'server-only';
import { AppError } from '@/lib/platform/errors/app-error';
import type { Actor } from './actor';
import { requireActor } from './require-actor';

/** Who makes a request that nobody has to sign in for; `null` = somebody without a valid session or key. */
export async function callerOrNobody(request: Request): Promise<Actor | null> {
  try {
    return await requireActor(request);
  } catch (error) {
    if (error instanceof AppError && error.code === 'unauthenticated') return null;
    throw error;
  }
}
