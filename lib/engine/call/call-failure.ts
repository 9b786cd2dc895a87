import { BackendError } from '@/lib/agents/backend-error';
import { AppError } from '@/lib/platform/errors/app-error';
import type { AgentFailed } from '@/lib/protocol/event';

export type CallFailure = Pick<AgentFailed, 'error' | 'retryAfterMs' | 'retryable'>;

/** What the log says of an error in a call. `null` = it is not meant for people and has to be reported as well. */
export function callFailure(error: unknown): CallFailure | null {
  if (error instanceof BackendError) {
    const { code, message, retryAfterMs, retryable } = error;
    return { error: { code, message }, ...(retryAfterMs === null ? {} : { retryAfterMs }), retryable };
  }
  if (error instanceof AppError && error.code !== 'internal') {
    return { error: { code: error.code, message: error.message }, retryable: false };
  }
  return null;
}

/** A call that has reached a bound of time. */
export function timeoutError(bound: 'callSeconds' | 'idleSeconds', limit: number | undefined): CallFailure['error'] {
  const message =
    bound === 'idleSeconds' ? `The model sent nothing for ${limit} s.` : `The call took longer than ${limit} s.`;
  return { code: 'timeout', message };
}

/** For an error without a message for people. */
export const UNEXPECTED_FAILURE: CallFailure = {
  error: { code: 'internal', message: 'The call failed unexpectedly. The log of the server has the details.' },
  retryable: true,
};
