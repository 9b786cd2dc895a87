import 'server-only';
import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { cache } from 'react';
import { hasUsers } from '@/db/queries/users/has-users';
import { AppError } from '@/lib/platform/errors/app-error';
import { requestedPath } from '@/lib/platform/http/requested-path';
import type { Actor } from './actor';
import { requireActor } from './require-actor';
import { signInPath } from './sign-in-path';

/** Who looks at the page. Sends a stranger to sign-in and then back, or to set-up while there is no user. Asks once per request. */
export const pageActor = cache(async (): Promise<Actor> => {
  try {
    return await requireActor();
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'unauthenticated') throw error;
  }
  if (!(await hasUsers())) redirect('/setup');
  redirect(signInPath(requestedPath(await headers())));
});
