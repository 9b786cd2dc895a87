import type { Credentials } from '@/lib/agents/backend';
import type { BackendChoice } from '@/lib/protocol/team';

export interface RememberedCredentials {
  (choice: BackendChoice): Promise<Credentials>;
  /** They may have changed: the next call looks them up again. */
  forget(): void;
}

/**
 * `resolve`, asked once for each backend and address: a run's calls, those that begin together too, need no look-up of their own.
 * What fails is asked again.
 */
export function rememberCredentials(resolve: (choice: BackendChoice) => Promise<Credentials>): RememberedCredentials {
  const known = new Map<string, Promise<Credentials>>();
  const remembered = (choice: BackendChoice) => {
    const key = `${choice.type} ${choice.params.provider ?? ''} ${choice.baseUrl ?? ''}`;
    const credentials = known.get(key) ?? resolve(choice);
    known.set(key, credentials);
    credentials.catch(() => known.delete(key));
    return credentials;
  };
  return Object.assign(remembered, { forget: () => known.clear() });
}
