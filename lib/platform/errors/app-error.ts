/** The only error that may reach a person. Everything else is logged with its cause and answered as `internal`. */

const STATUS = {
  malformed: 400,
  unauthenticated: 401,
  password_required: 401,
  cost_cap: 402,
  forbidden: 403,
  not_found: 404,
  method_not_allowed: 405,
  conflict: 409,
  context_damaged: 409,
  too_large: 413,
  invalid: 422,
  rate_limited: 429,
  internal: 500,
  unavailable: 503,
} as const;

export type ErrorCode = keyof typeof STATUS;

export interface FieldError {
  /** Path in the input, for example `agents[1].backend.type`. */
  path: string;
  message: string;
}

export interface AppErrorOptions {
  hint?: string;
  fields?: FieldError[];
  retryAfterSeconds?: number;
  /** Of a change that was made on something older: what is there now, answered beside the error. */
  current?: object;
  cause?: unknown;
}

export class AppError extends Error {
  readonly code: ErrorCode;
  readonly hint: string | undefined;
  readonly fields: FieldError[] | undefined;
  readonly retryAfterSeconds: number | undefined;
  readonly current: object | undefined;

  constructor(code: ErrorCode, message: string, options: AppErrorOptions = {}) {
    super(message, { cause: options.cause });
    this.name = 'AppError';
    this.code = code;
    this.hint = options.hint;
    this.fields = options.fields;
    this.retryAfterSeconds = options.retryAfterSeconds;
    this.current = options.current;
  }

  get status(): number {
    return STATUS[this.code];
  }
}
