/** Who acts. Every use case takes one; queries derive what may be seen from it. */
export interface Actor {
  userId: string;
  email: string;
  name: string;
  /** The role on the instance. */
  role: 'owner' | 'admin' | 'member';
  via: { kind: 'session'; sessionId: string } | { kind: 'apiKey'; apiKeyId: string };
}
