import type { Scope } from '@/db/permissions/permissions';

/** Who acts. Every use case takes one; queries derive what may be seen from it. */
export interface Actor {
  userId: string;
  email: string;
  name: string;
  /** The role on the instance. */
  role: 'owner' | 'admin' | 'member';
  via:
    | { kind: 'session'; sessionId: string }
    /** Without a scope the key may all that its owner may. */
    | { kind: 'apiKey'; apiKeyId: string; scope?: Scope };
  /** The one workspace that the key reaches; absent or null = all of the person's. */
  onlyIn?: string | null;
  /** The network address that the request came from. */
  address?: string;
}
