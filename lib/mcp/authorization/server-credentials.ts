import type { FetchLike } from '@modelcontextprotocol/client';

/** What lets somebody in to a server, for each request on a connection of theirs. */
export interface ServerCredentials {
  /** Of the next request; renewed beforehand where it is about to expire. Throws an `McpFailure` where there is none any more. */
  token(): Promise<string | undefined>;
  /** The server has refused a request. Afterwards it may be sent once more. Throws an `McpFailure`. */
  refused(response: Response): Promise<void>;
  /** Binds each request to the key that the tokens are bound to, and hears what rights are missing. */
  wrap(fetch: FetchLike): FetchLike;
}
