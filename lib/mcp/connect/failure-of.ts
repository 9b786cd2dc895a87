import {
  ProtocolError,
  SdkError,
  SdkErrorCode,
  SdkHttpError,
  SseError,
  UnauthorizedError,
} from '@modelcontextprotocol/client';
import { BodyTooLargeError } from '@/lib/platform/security/cap-body';
import { RefusedAddressError } from '@/lib/platform/security/refused-address-error';
import { cleanText } from '@/lib/protocol/text/clean-text';
import { LIMITS } from './limits';
import { McpFailure, type McpFailureKind } from './mcp-failure';
import { texts } from './texts';

type Verdict = [McpFailureKind, string];

/** Of a server's own words. */
const WORDS = 500;
const DEEPEST = 6;

/** The HTTP error of the legacy transport has no field for its status. */
const POSTED = /^Error POSTing to endpoint \(HTTP (\d{3})\)/;

/** What went wrong, by what the SDK, the network or the guard has thrown. */
export function failureOf(
  error: unknown,
  { signal, timeoutMs }: { signal?: AbortSignal; timeoutMs: number },
): McpFailure {
  if (error instanceof McpFailure) return error;
  if (signal?.aborted) return new McpFailure('cancelled', texts.cancelled, signal.reason);
  for (const cause of causesOf(error)) {
    if (cause instanceof McpFailure) return cause;
    const verdict = verdictOn(cause, timeoutMs);
    if (verdict) return new McpFailure(...verdict, error);
  }
  return new McpFailure('bad_reply', texts.badReply, error);
}

/** The status with which the server has answered, or `null`. */
export function statusOf(error: unknown): number | null {
  for (const cause of causesOf(error)) {
    if (cause instanceof SdkHttpError) return cause.status;
    if (cause instanceof SseError) return cause.code ?? null;
    const posted = cause instanceof Error ? POSTED.exec(cause.message) : null;
    if (posted) return Number(posted[1]);
  }
  return null;
}

/** The innermost first: what the network says tells more than what was made of it. */
function causesOf(error: unknown): unknown[] {
  const chain: unknown[] = [];
  for (let at: unknown = error; at !== undefined && at !== null && chain.length < DEEPEST; ) {
    chain.unshift(at);
    at = at instanceof Error ? at.cause : undefined;
  }
  return chain;
}

function verdictOn(error: unknown, timeoutMs: number): Verdict | null {
  if (error instanceof RefusedAddressError) return ['forbidden_address', error.message];
  if (error instanceof BodyTooLargeError) return ['too_large', texts.tooLarge(Math.round(error.most / 1e6))];
  if (error instanceof UnauthorizedError) return ['needs_authorization', texts.needsAuthorization];
  const status = statusOf(error);
  if (status !== null && status >= 300) return ofStatus(status);
  if (error instanceof ProtocolError) return ['rejected', texts.rejected(cleanText(error.message, WORDS))];
  if (error instanceof SdkError) return ofSdk(error, timeoutMs);
  if (error instanceof SseError) return ['unreachable', texts.brokeOff];
  return ofNetwork(error);
}

function ofStatus(status: number): Verdict {
  if (status === 401) return ['needs_authorization', texts.needsAuthorization];
  if (status === 403) return ['refused', texts.forbidden];
  if (status === 429) return ['refused', texts.tooMany];
  if (status < 400) return ['refused', texts.redirect];
  if ([404, 405, 410].includes(status)) return ['refused', texts.nothingThere(status)];
  return [status < 500 ? 'refused' : 'unreachable', texts.status(status)];
}

function ofSdk({ code }: SdkError, timeoutMs: number): Verdict | null {
  switch (code) {
    case SdkErrorCode.RequestTimeout:
      return ['timed_out', texts.timedOut(Math.round(timeoutMs / 1000))];
    case SdkErrorCode.NotConnected:
    case SdkErrorCode.ConnectionClosed:
    case SdkErrorCode.SendFailed:
      return ['unreachable', texts.brokeOff];
    case SdkErrorCode.ListPaginationExceeded:
      return ['bad_reply', texts.tooManyPages(LIMITS.listPages)];
    default:
      return null;
  }
}

function ofNetwork(error: unknown): Verdict | null {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'ECONNREFUSED') return ['unreachable', texts.connectionRefused];
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return ['unreachable', texts.unknownHost];
  if (code === 'ECONNRESET' || code === 'EPIPE') return ['unreachable', texts.brokeOff];
  if (/CERT|SELF_SIGNED|UNABLE_TO_VERIFY|ERR_TLS/.test(code)) return ['unreachable', texts.certificate];
  return /^(E[A-Z]+|UND_ERR_\w+)$/.test(code) ? ['unreachable', texts.noConnection] : null;
}
