import { APICallError, JSONParseError, TypeValidationError, UnsupportedFunctionalityError } from '@ai-sdk/provider';
import { BackendError } from '../backend-error';
import { errorFromResponse } from '../http/error-from-response';

/**
 * The error that the AI SDK met, as a BackendError where it says what is wrong; anything else as it is. Refusals by HTTP status never
 * come here: `modelFetch` throws them.
 */
export function errorFromSdk(error: unknown): unknown {
  if (error instanceof BackendError) return error;
  if (isMalformed(error)) return new BackendError('protocol', 'The provider sent a malformed frame.', { cause: error });
  if (UnsupportedFunctionalityError.isInstance(error))
    return new BackendError('bad_request', error.message, { cause: error });
  if (APICallError.isInstance(error) && isMalformed(error.cause))
    return new BackendError('protocol', 'The provider sent a malformed frame.', { cause: error });
  return isReported(error) ? errorFromReport(error) : error;
}

function isMalformed(error: unknown): boolean {
  return JSONParseError.isInstance(error) || TypeValidationError.isInstance(error);
}

/** What a provider says in the middle of its stream. */
interface ReportedError {
  message: string;
  type?: string | undefined;
  code?: string | number | undefined;
  statusCode?: number | undefined;
  data?: unknown;
}

function isReported(error: unknown): error is ReportedError {
  if (typeof error !== 'object' || error === null) return false;
  const { message, data } = error as Partial<ReportedError>;
  return typeof message === 'string' && data !== undefined;
}

/** The frame holds the provider's own words; the SDK's guess of a status says no more than they do. */
function errorFromReport({ message, type, code, statusCode }: ReportedError): BackendError {
  return errorFromResponse({ status: statusCode ?? null, body: JSON.stringify({ error: { message, type, code } }) });
}
