import 'server-only';
import { headers as currentHeaders } from 'next/headers';
import { hasUsers } from '@/db/queries/users/has-users';
import { isFromThisMachine } from '@/lib/platform/http/is-from-this-machine';

export interface SetupState {
  /** True while there is no user. */
  needed: boolean;
  /** True for whoever is not at this machine: they need the token that the server printed. */
  tokenRequired: boolean;
}

/** Whether the owner is still to be made, and what the asking browser needs for it (the current request when none is given). */
export async function setupState(headers?: Headers): Promise<SetupState> {
  const asking = headers ?? (await currentHeaders());
  return { needed: !(await hasUsers()), tokenRequired: !isFromThisMachine(asking) };
}
