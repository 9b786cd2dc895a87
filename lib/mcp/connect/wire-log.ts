import type { JSONRPCMessage } from '@modelcontextprotocol/client';
import { LRUCache } from 'lru-cache';
import { cleanText } from '@/lib/protocol/text/clean-text';
import type { McpServer } from '../mcp-server';

/** A message that went to a server or came from it. */
export interface WireMessage {
  at: string;
  direction: 'sent' | 'received';
  /** Of a reply: that of its request. */
  method: string | null;
  id: string | number | null;
  isError: boolean;
  /** Cut, and without secrets; `null` = it is not shown: what the calls of a workspace's server hold is of whoever made them. */
  text: string | null;
}

const OF_CALLS = new Set(['tools/call', 'elicitation/create', 'sampling/createMessage']);
const SERVERS = 100;
const MESSAGES = 200;
const TEXT = 4000;
/** Of one text in a message, and of one list. */
const LONGEST = 500;
const MOST = 30;
/** Shorter ones are no secrets, and stand everywhere. */
const SHORTEST_SECRET = 6;
const HIDDEN = '•••';
/** What a field of such a name holds is not shown, whoever has put it there. */
const SECRET_NAME =
  /^(?:proxy-)?authorization$|^cookie$|api[-_]?key|secret|password|^(?:access|refresh|id|bearer)?[-_]?token$/i;

/** The newest messages with each server, in this process's memory only. */
export class WireLog {
  readonly #logs = new LRUCache<string, WireMessage[]>({ max: SERVERS });

  /** Takes note of one connection's messages. */
  tap(server: McpServer): (direction: WireMessage['direction'], message: JSONRPCMessage) => void {
    // Each side counts its own requests.
    const asked = { sent: methodsById(), received: methodsById() };
    const secrets = secretsOf(server);
    return (direction, message) => {
      const id = 'id' in message && message.id !== undefined ? message.id : null;
      const named = 'method' in message ? message.method : null;
      if (named !== null && id !== null) asked[direction].set(id, named);
      const other = direction === 'sent' ? asked.received : asked.sent;
      const method = named ?? (id === null ? null : (other.get(id) ?? null));
      const isShown = server.scope === 'own' || !isOfCall(method);
      this.#add(server.id, {
        ...{ at: new Date().toISOString(), direction, method, id, isError: 'error' in message },
        text: isShown ? textOf(message, secrets) : null,
      });
    };
  }

  /** The newest first. */
  of(serverId: string): WireMessage[] {
    return (this.#logs.get(serverId) ?? []).toReversed();
  }

  forget(serverId: string): void {
    this.#logs.delete(serverId);
  }

  #add(serverId: string, message: WireMessage): void {
    const log = this.#logs.get(serverId) ?? [];
    log.push(message);
    if (log.length > MESSAGES) log.shift();
    this.#logs.set(serverId, log);
  }
}

function methodsById() {
  return new LRUCache<string | number, string>({ max: MESSAGES });
}

/** It holds what a call was given or gave, or what a person or a model said meanwhile. */
function isOfCall(method: string | null): boolean {
  return method === null || method.includes('tasks/') || OF_CALLS.has(method);
}

function secretsOf({ transport }: McpServer): string[] {
  const values = Object.values(transport.type === 'stdio' ? transport.env : transport.headers);
  // A header says how it is meant before it says the secret.
  const parts = values.flatMap((value) => [value, value.replace(/^\w+ /, '')]);
  return parts.filter((value) => value.length >= SHORTEST_SECRET).sort((a, b) => b.length - a.length);
}

function textOf(message: JSONRPCMessage, secrets: string[]): string {
  const text = JSON.stringify(message, (key, value: unknown) => {
    if (key !== '' && SECRET_NAME.test(key) && typeof value === 'string') return HIDDEN;
    if (typeof value === 'string') return cut(withoutSecrets(value, secrets));
    return Array.isArray(value) && value.length > MOST ? [...value.slice(0, MOST), '…'] : value;
  });
  return cleanText(text, TEXT);
}

/** What is far longer than is shown is not searched to its end. */
function withoutSecrets(text: string, secrets: string[]): string {
  return secrets.reduce((shown, secret) => shown.replaceAll(secret, HIDDEN), text.slice(0, 10 * LONGEST));
}

function cut(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}
