import 'server-only';
import { AppError } from '@/lib/platform/errors/app-error';
import type { Actor } from './actor';
import { requireActor } from './require-actor';

/** Who asks, where it may be anybody; `null` = nobody who is signed in. */
export async function visitor(request?: Request): Promise<Actor | null> {
  try {
    return await requireActor(request);
  } catch (error) {
    if (error instanceof AppError && error.code === 'unauthenticated') return null;
    throw error;
  }
}
