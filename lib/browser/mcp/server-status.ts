import type { McpServerInfo } from './mcp-server';
import { texts } from './texts';

interface Status {
  tone: 'ok' | 'warn' | 'danger' | 'plain';
  word: string;
  /** What a person can do about it; `null` = nothing has to be done. */
  remedy: string | null;
}

/** How a server stands, in a word, and what to do. */
export function serverStatus({ status, waitingCount }: Pick<McpServerInfo, 'status' | 'waitingCount'>): Status {
  switch (status) {
    case 'ready':
      return waitingCount > 0
        ? { tone: 'warn', word: texts.waiting, remedy: texts.approve(waitingCount) }
        : { tone: 'ok', word: texts.ready, remedy: null };
    case 'connecting':
      return { tone: 'plain', word: texts.connecting, remedy: null };
    case 'needs_authorization':
      return { tone: 'warn', word: texts.needsAuthorization, remedy: texts.signIn };
    case 'unavailable':
      return { tone: 'danger', word: texts.unavailable, remedy: texts.checkAddress };
    case 'disabled':
      return { tone: 'plain', word: texts.off, remedy: null };
    case 'unchecked':
      return { tone: 'plain', word: texts.unchecked, remedy: texts.testIt };
  }
}
