import 'server-only';
import { z } from 'zod';
import { EnvironmentError } from '@/lib/platform/config/env';
import { malformedBaseUrl } from '@/lib/platform/security/malformed-base-url';
import { pastedBaseUrl } from '@/lib/platform/security/pasted-base-url';
import { originOf } from '@/lib/platform/security/trusted-origins';
import type { Account } from './descriptor';
import { DESCRIPTORS } from './registry';

const text = z.string().trim().min(1).optional();

/** Read as it is read of an agent: as people paste it. */
const baseUrl = (path: string) =>
  text.transform((pasted, context) => {
    if (pasted === undefined) return undefined;
    const url = pastedBaseUrl(path, pasted);
    const problem = malformedBaseUrl(url);
    if (problem) context.addIssue(`${problem} Give one such as https://models.example/v1.`);
    return url;
  });

const ACCOUNTS: Account[] = DESCRIPTORS.flatMap(({ account }) =>
  typeof account === 'function' ? account({}) : (account ?? []),
);
const VARIABLES = z.object(
  Object.fromEntries(
    ACCOUNTS.flatMap(({ key, address }): [string, z.ZodType<string | undefined>][] => [
      ...(key ? [[key.variable, text] as [string, typeof text]] : []),
      [address.variable, baseUrl(address.path)],
    ]),
  ),
);

type Variables = Record<string, string | undefined>;

let last: { given: string; variables: Variables } | null = null;

/**
 * Keys and base URLs that the instance itself provides, by their environment variables; an empty one counts as absent. A built server reads
 * them once, as all its settings. Throws an `EnvironmentError` that names each variable that is wrong.
 */
export function instanceVariables(): Variables {
  if (last && process.env.NODE_ENV === 'production') return last.variables;
  const given = Object.fromEntries(
    Object.keys(VARIABLES.shape).flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : [])),
  );
  const asJson = JSON.stringify(given);
  if (last?.given !== asJson) last = { given: asJson, variables: parse(given) };
  return last.variables;
}

function parse(given: Variables): Variables {
  const parsed = VARIABLES.safeParse(given);
  if (!parsed.success) throw EnvironmentError.of(parsed.error);
  return parsed.data;
}

/** True for the origins of the instance's own base URLs: model requests may go there, and its keys with them, also when they are private. */
export function isInstanceOrigin(url: string): boolean {
  const origin = originOf(url);
  const variables = instanceVariables();
  return origin !== null && ACCOUNTS.some(({ address }) => originOf(variables[address.variable] ?? '') === origin);
}
