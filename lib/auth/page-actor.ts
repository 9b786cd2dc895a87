import 'server-only';
import { redirect } from 'next/navigation';
import { cache } from 'react';
import { hasUsers } from '@/db/queries/users/has-users';
import { AppError } from '@/lib/errors/app-error';
import type { Actor } from './actor';
import { requireActor } from './require-actor';

/** Who looks at the page. Sends a stranger to sign-in, or to set-up while there is no user. Asks once per request. */
export const pageActor = cache(async (): Promise<Actor> => {
  try {
    return await requireActor();
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'unauthenticated') throw error;
  }
  redirect((await hasUsers()) ? '/signin' : '/setup');
});
