import type { Refusal } from './dialect/adaptation';

export type BackendErrorCode =
  | 'auth'
  | 'quota'
  | 'rate_limited'
  | 'overloaded'
  | 'context_too_long'
  | 'content_refused'
  /** The limit on the output ended the reply before it was of use. */
  | 'output_limit'
  | 'bad_request'
  /** No tools can be in the request: the agent has to act in text. */
  | 'tools_unsupported'
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
  /** How long the provider wants to be left alone; `null` if it did not say. */
  readonly retryAfterMs: number | null;
  /** What the server said, where it answered. */
  readonly refusal: Refusal | null;
  readonly #isFinal: boolean;

  constructor(
    code: BackendErrorCode,
    message: string,
    options: { retryAfterMs?: number | null; refusal?: Refusal; isFinal?: boolean; cause?: unknown } = {},
  ) {
    super(message, { cause: options.cause });
    this.name = 'BackendError';
    this.code = code;
    this.retryAfterMs = options.retryAfterMs ?? null;
    this.refusal = options.refusal ?? null;
    this.#isFinal = options.isFinal ?? false;
  }

  get retryable(): boolean {
    return !this.#isFinal && RETRYABLE.has(this.code);
  }
}
