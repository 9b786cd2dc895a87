import 'server-only';
import { headers as currentHeaders } from 'next/headers';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { getShared } from '@/lib/features/shared/get-shared';
import { visitor } from '@/lib/platform/auth/visitor';
import { AppError } from '@/lib/platform/errors/app-error';

/** What the page of a link shows to who looks at it; `null` = they have to give its password first. Asks once per request. */
export const loadPage = cache(async (token: string) => {
  const [headers, viewer] = [await currentHeaders(), await visitor()];
  try {
    return { ...(await getShared({ token, viewer, headers })), isSignedIn: viewer !== null };
  } catch (error) {
    if (error instanceof AppError && error.code === 'not_found') notFound();
    if (error instanceof AppError && error.code === 'password_required') return null;
    throw error;
  }
});
