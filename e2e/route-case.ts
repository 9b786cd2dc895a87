import type { Permission } from '../db/permissions/permissions';

/** Things of the owner that fill `[id]` in a path and `{…}` in a body. */
export type OwnedThing =
  | 'apiKey'
  | 'attachment'
  | 'context'
  | 'conversation'
  /** Of a file of conversations. */
  | 'import'
  | 'mcpChain'
  | 'mcpServer'
  | 'prompt'
  | 'providerKey'
  /** One that is over, with files and contexts. */
  | 'run'
  /** One in which a tool has given a picture. */
  | 'picturedRun'
  | 'session'
  | 'team'
  | 'trustedOrigin'
  | 'user'
  /** A run that waits for a decision. */
  | 'waitingRun'
  /** One with other members, and the personal one. */
  | 'teamWorkspace'
  | 'workspace';

export interface RouteCase {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** As the folders of `app` name it. */
  path: string;
  /** What of the permission table it asks for; `null` = anybody may. What a stranger is answered follows from it. */
  needs: Permission | null;
  /** What `[id]` is. */
  id?: OwnedThing;
  /** A valid body; `{workspace}` and so on stand for the owner's ids. */
  body?: Record<string, unknown>;
  /** A control whose moment may have passed when the owner asks: 409 or 422 then. */
  isControl?: true;
  /** A body that reaches for the owner's things, and the status that another person gets for it. */
  foreign?: { body: Record<string, unknown>; status: 403 | 404 | 422 };
}
