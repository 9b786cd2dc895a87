import type { AgentEvent } from '@/lib/agents/backend';
import { BackendError, type BackendErrorCode } from '@/lib/agents/backend-error';

/** Words of providers for faults of their own. */
const FAULTS: [RegExp, BackendErrorCode][] = [
  [/network/i, 'network'],
  [/overload|insufficient|resource|unavailable|capacity|timeout/i, 'overloaded'],
];

/** The failure that the end of a reply is; `null` when the reply can be used, if only as one that is to go on. */
export function endError(
  reason: Extract<AgentEvent, { type: 'done' }>['reason'],
  said: string | null,
): BackendError | null {
  const word = said === null ? '' : ` (“${said}”)`;
  switch (reason) {
    case 'refused':
      return new BackendError(
        'content_refused',
        `The provider’s filter or the model itself refused to answer this${word}.`,
      );
    case 'failed': {
      const code = FAULTS.find(([words]) => words.test(said ?? ''))?.[1] ?? 'protocol';
      return new BackendError(code, `The provider ended the reply in a way that is no success${word}.`);
    }
    default:
      return null;
  }
}
