import type { Credentials } from '@/lib/agents/backend';
import type { BackendChoice } from '@/lib/protocol/team';

/**
 * `resolve`, asked once for each backend and address: a run's calls, those that begin together too, need no look-up of their own.
 * What fails is asked again.
 */
export function rememberCredentials(
  resolve: (choice: BackendChoice) => Promise<Credentials>,
): (choice: BackendChoice) => Promise<Credentials> {
  const known = new Map<string, Promise<Credentials>>();
  return (choice) => {
    const key = `${choice.type} ${choice.params.provider ?? ''} ${choice.baseUrl ?? ''}`;
    const credentials = known.get(key) ?? resolve(choice);
    known.set(key, credentials);
    credentials.catch(() => known.delete(key));
    return credentials;
  };
}
