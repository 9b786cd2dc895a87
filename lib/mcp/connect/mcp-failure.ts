export type McpFailureKind =
  /** Nobody answers, or the connection broke off: what was asked for may have been done. */
  | 'unreachable'
  /** The server answers, and refuses. */
  | 'refused'
  | 'needs_authorization'
  /** An address that this instance does not ask. */
  | 'forbidden_address'
  | 'timed_out'
  | 'too_large'
  /** An answer that nobody can read. */
  | 'bad_reply'
  /** The protocol's own error, in the server's words. */
  | 'rejected'
  | 'cancelled';

/** Why a server could not be used, in words for people (`message`). */
export class McpFailure extends Error {
  readonly kind: McpFailureKind;
  /** The server was never asked. */
  isUnsent = false;

  /** By its name: routes and the engine are bundled apart, each with a class of its own. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    return value instanceof Error && value.name === 'McpFailure';
  }

  constructor(kind: McpFailureKind, message: string, cause?: unknown) {
    super(message, { cause });
    this.name = 'McpFailure';
    this.kind = kind;
  }
}
