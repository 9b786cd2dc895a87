import {
  AuthorizationServerMismatchError,
  InsecureTokenEndpointError,
  IssuerMismatchError,
  OAuthError,
  OAuthErrorCode,
  RegistrationRejectedError,
} from '@modelcontextprotocol/client';
import { RefusedAddressError } from '@/lib/platform/security/refused-address-error';
import { cleanText } from '@/lib/protocol/text/clean-text';
import { McpFailure } from '../connect/mcp-failure';
import { texts } from './texts';

const CODE = 60;
/** Refresh tokens, clients and keys that the authorization server does not know, or not any more. */
const LOST: string[] = [
  OAuthErrorCode.InvalidGrant,
  OAuthErrorCode.InvalidClient,
  OAuthErrorCode.UnauthorizedClient,
  OAuthErrorCode.InvalidDpopProof,
];
/** What says that it will be well again. */
const PASSING: string[] = [OAuthErrorCode.ServerError, OAuthErrorCode.TemporarilyUnavailable];

/** What went wrong between the application and an authorization server. Its own words are not repeated. */
export function failureOfAuthorization(error: unknown): McpFailure {
  if (error instanceof McpFailure) return error;
  if (error instanceof RefusedAddressError) return new McpFailure('forbidden_address', error.message, error);
  if (error instanceof IssuerMismatchError || error instanceof AuthorizationServerMismatchError)
    return new McpFailure('refused', texts.wrongIssuer, error);
  if (error instanceof InsecureTokenEndpointError)
    return new McpFailure('refused', texts.insecurePage(hostOf(error.message)), error);
  if (error instanceof RegistrationRejectedError)
    return error.status >= 500
      ? new McpFailure('unreachable', texts.down, error)
      : new McpFailure('refused', texts.notRegistered, error);
  if (error instanceof OAuthError) return ofOauth(error);
  if (error instanceof Error && isNetwork(error)) return new McpFailure('unreachable', texts.down, error);
  return new McpFailure('refused', wordsOf(error), error);
}

/** The authorization server does not take the sign-in any more: only the person can help. */
export function isLost(error: unknown): boolean {
  return error instanceof OAuthError && LOST.includes(error.code);
}

function ofOauth(error: OAuthError): McpFailure {
  if (PASSING.includes(error.code)) return new McpFailure('unreachable', texts.down, error);
  if (isLost(error)) return new McpFailure('needs_authorization', texts.lost, error);
  return new McpFailure('refused', texts.refused(cleanText(error.code, CODE)), error);
}

function isNetwork(error: Error): boolean {
  if (error.name === 'AbortError' || error.name === 'TimeoutError') return true;
  if ('code' in error && typeof error.code === 'string' && /^(E[A-Z]+|UND_ERR_\w+|.*CERT.*)$/.test(error.code))
    return true;
  return /^HTTP 5\d\d/.test(error.message);
}

/** The SDK tells these apart by nothing but their words. */
function wordsOf(error: unknown): string {
  const message = error instanceof Error ? error.message : '';
  if (/does not support dynamic client registration/.test(message)) return texts.noRegistration;
  if (/does not match expected/.test(message)) return texts.wrongResource;
  if (/code challenge method/.test(message)) return texts.noPkce;
  return texts.badReply;
}

function hostOf(message: string): string {
  const [address = ''] = /https?:\/\/[^\s]+/.exec(message) ?? [];
  return URL.parse(address)?.host ?? address;
}
