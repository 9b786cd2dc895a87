export type BackendErrorCode =
  | 'auth'
  | 'quota'
  | 'rate_limited'
  | 'overloaded'
  | 'context_too_long'
  | 'content_refused'
  | 'bad_request'
  | 'network'
  | 'protocol'
  | 'timeout';

const RETRYABLE: ReadonlySet<BackendErrorCode> = new Set([
  'rate_limited',
  'overloaded',
  'network',
  'protocol',
  'timeout',
]);

/** A model request that failed: what happened, whether another try can help, and when. */
export class BackendError extends Error {
  readonly code: BackendErrorCode;
  /** From the provider's Retry-After; `null` if it gave none. */
  readonly retryAfterMs: number | null;

  constructor(
    code: BackendErrorCode,
    message: string,
    options: { retryAfterMs?: number | null; cause?: unknown } = {},
  ) {
    super(message, { cause: options.cause });
    this.name = 'BackendError';
    this.code = code;
    this.retryAfterMs = options.retryAfterMs ?? null;
  }

  get retryable(): boolean {
    return RETRYABLE.has(this.code);
  }
}
