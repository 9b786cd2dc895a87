import type { Grant } from './grant';

export interface StoredGrant {
  grant: Grant;
  version: number;
  /** The authorization server does not take it any more. */
  isLost: boolean;
}

/** The right to renew a grant, which one at a time has over all processes. */
export interface Renewal {
  /** False = the person has signed out, or in anew, in the meantime. */
  save(grant: Grant): Promise<boolean>;
  /** Only the person can help. */
  lose(): Promise<void>;
  /** It came to nothing; the grant is as it was. */
  release(): Promise<void>;
}

/** Where the sign-in of one person to one server is kept. */
export interface GrantStore {
  read(): Promise<StoredGrant | null>;
  /** `null` = somebody else is renewing it, or it has been renewed. */
  claim(version: number): Promise<Renewal | null>;
  /** The server asks for rights that the sign-in does not have. */
  need(scope: string): Promise<void>;
}

/** A store for a grant that needs no person: whoever wants it again gets another one. */
export function memoryGrantStore(
  first: Grant | null = null,
): GrantStore & { needed: string | null; put(grant: Grant): void } {
  let stored: StoredGrant | null = first && { grant: first, version: 1, isLost: false };
  let isClaimed = false;
  const store = {
    needed: null as string | null,
    put(grant: Grant) {
      stored = { grant, version: (stored?.version ?? 0) + 1, isLost: false };
    },
    read: async () => stored,
    async claim(version: number): Promise<Renewal | null> {
      if (isClaimed || version !== (stored?.version ?? 0)) return null;
      isClaimed = true;
      return {
        async save(grant) {
          stored = { grant, version: version + 1, isLost: false };
          isClaimed = false;
          return true;
        },
        async lose() {
          if (stored) stored.isLost = true;
          isClaimed = false;
        },
        async release() {
          isClaimed = false;
        },
      };
    },
    async need(scope: string) {
      store.needed = scope;
    },
  };
  return store;
}
