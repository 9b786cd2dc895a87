import { cookies } from 'next/headers';
import { cache } from 'react';
import { WORKSPACE_COOKIE } from '@/lib/browser/ui/workspace';
import { listWorkspaces } from '@/lib/features/workspaces/list-workspaces';
import { pageActor } from '@/lib/platform/auth/page-actor';

/** The workspaces of the person, and the one that this browser works in: the chosen one while they are a member of it, else their own. */
export const currentWorkspace = cache(async () => {
  const actor = await pageActor();
  const [workspaces, jar] = await Promise.all([listWorkspaces(actor), cookies()]);
  const chosen = jar.get(WORKSPACE_COOKIE)?.value;
  const current = workspaces.find(({ id }) => id === chosen) ?? workspaces[0];
  if (!current) throw new Error('A person has a workspace of their own.');
  return { workspaces, current };
});
