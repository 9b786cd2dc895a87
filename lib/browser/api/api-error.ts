import { texts } from './texts';

export interface ApiErrorBody {
  code: string;
  message: string;
  hint?: string;
  fields?: { path: string; message: string }[];
}

/** A refusal of the REST API, in words for people. `status` 0 = the server could not be reached. */
export class ApiError extends Error {
  readonly status: number;
  readonly code: string;
  readonly hint: string | undefined;
  readonly fields: { path: string; message: string }[];

  /** Of a change that was made on something older: what is there now. */
  readonly current: unknown;

  constructor(status: number, body: ApiErrorBody, { cause, current }: { cause?: unknown; current?: unknown } = {}) {
    super(body.message, { cause });
    this.name = 'ApiError';
    this.status = status;
    this.current = current;
    this.code = body.code;
    this.hint = body.hint;
    this.fields = body.fields ?? [];
  }
}

/** What happened and what to do, in one sentence or two. */
export function errorText(error: unknown): string {
  if (!(error instanceof ApiError)) return texts.unexpected;
  return error.hint ? `${error.message} ${error.hint}` : error.message;
}
