import type { Credentials } from '@/lib/agents/backend';
import type { BackendChoice } from '@/lib/protocol/team';

/** `resolve`, asked once for each backend and address: a run's calls need no look-up of their own. */
export function rememberCredentials(
  resolve: (choice: BackendChoice) => Promise<Credentials>,
): (choice: BackendChoice) => Promise<Credentials> {
  const known = new Map<string, Credentials>();
  return async (choice) => {
    const key = `${choice.type} ${choice.params.provider ?? ''} ${choice.baseUrl ?? ''}`;
    const credentials = known.get(key) ?? (await resolve(choice));
    known.set(key, credentials);
    return credentials;
  };
}
