import 'server-only';
import type { Account } from './descriptor';
import { instanceVariables } from './instance-variables';
import { descriptorOf } from './registry';

export interface ProviderSettings {
  /** The instance's key and base URL, from the environment. */
  apiKey: string | null;
  baseUrl: string | null;
  /** The provider's own address; `null` = there is none. */
  defaultBaseUrl: string | null;
  /** The backend type whose stored keys it uses. */
  keysOf: string;
  /** The key's own base URL names another endpoint of the same provider. */
  hasOwnPath: boolean;
}

/** With which account an agent of this type asks; `null` for a type without a provider. */
export function accountOf(type: string, params: Record<string, unknown> = {}): Account | null {
  const account = descriptorOf(type)?.account ?? null;
  return typeof account === 'function' ? account(params) : account;
}

/** Where a backend type's requests go and what the instance itself provides for them; `null` for a type without a provider. */
export function providerSettings(type: string, params: Record<string, unknown> = {}): ProviderSettings | null {
  const account = accountOf(type, params);
  if (!account) return null;
  const { key, address, keysOf = type } = account;
  const variables = instanceVariables();
  const given = variables[address.variable] ?? null;
  const hasOwnPath = address.isOtherEndpoint ?? false;
  return {
    apiKey: (key && variables[key.variable]) ?? null,
    baseUrl: given && hasOwnPath ? `${new URL(given).origin}${address.path}` : given,
    defaultBaseUrl: address.standard,
    keysOf,
    hasOwnPath,
  };
}
