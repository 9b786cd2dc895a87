import 'server-only';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { readBranch } from '@/lib/features/conversations/read-branch';
import { pageActor } from '@/lib/platform/auth/page-actor';
import { AppError } from '@/lib/platform/errors/app-error';

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The branch that the page of a conversation shows; the page of nothing, for one that is not there or not theirs. Asks once per request. */
export const loadBranch = cache(async (id: string) => {
  const actor = await pageActor();
  if (!UUID.test(id)) notFound();
  try {
    return await readBranch(actor, id);
  } catch (error) {
    if (error instanceof AppError && error.code === 'not_found') notFound();
    throw error;
  }
});
