import type {
  JSONRPCMessage,
  JSONRPCResponse,
  RequestId,
  Transport,
  TransportSendOptions,
} from '@modelcontextprotocol/client';
import { type InFlight, inFlight } from './in-flight';
import { McpFailure } from './mcp-failure';
import { texts } from './texts';

/** Is told of every message. */
export type WireTap = (direction: 'sent' | 'received', message: JSONRPCMessage) => void;

type Received = NonNullable<Transport['onmessage']>;

/**
 * A transport that ends a request when what its answer should have come on has ended: the SDK would wait until the time is over. A request
 * that nobody waits for any more leaves no stream behind.
 */
export class WatchedTransport implements Transport {
  onclose?: () => void;
  onerror?: (error: Error) => void;
  onmessage?: Received;
  readonly #inner: Transport;
  readonly #open = new Map<RequestId, InFlight>();
  /** Requests that the SDK knows nothing of. */
  readonly #raw = new Map<RequestId, (response: JSONRPCResponse) => void>();
  #rawCount = 0;

  readonly #tap: WireTap | undefined;

  constructor(inner: Transport, tap?: WireTap) {
    this.#tap = tap;
    this.#inner = inner;
    inner.onclose = () => this.onclose?.();
    inner.onerror = (error) => this.onerror?.(error);
    inner.onmessage = (message, extra) => {
      tap?.('received', message);
      if ('id' in message && message.id !== undefined && !('method' in message)) this.#open.delete(message.id);
      if (!this.#answered(message)) this.onmessage?.(message, extra);
    };
  }

  /** Asks what the SDK has no words for; part of the request in flight, and ends with it. */
  async ask(
    request: { method: string; params?: Record<string, unknown> },
    signal: AbortSignal,
  ): Promise<JSONRPCResponse> {
    const id = `raw-${++this.#rawCount}`;
    const { promise, resolve, reject } = Promise.withResolvers<JSONRPCResponse>();
    const stop = () => reject(signal.reason);
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop, { once: true });
    this.#raw.set(id, resolve);
    try {
      await this.send({ jsonrpc: '2.0', id, ...request }, { requestSignal: signal });
      return await promise;
    } finally {
      this.#raw.delete(id);
      signal.removeEventListener('abort', stop);
    }
  }

  /** It is the answer to a request that the SDK knows nothing of. */
  #answered(message: JSONRPCMessage): boolean {
    if (!('id' in message) || 'method' in message || message.id === undefined) return false;
    const answer = this.#raw.get(message.id);
    answer?.(message);
    return answer !== undefined;
  }

  /** The requests that wait for their answer, in the order in which they were sent. */
  get underWay(): InFlight[] {
    return [...this.#open.values()];
  }

  get hasPerRequestStream(): boolean {
    return this.#inner.hasPerRequestStream === true;
  }

  get sessionId(): string | undefined {
    return this.#inner.sessionId;
  }

  setProtocolVersion(version: string): void {
    this.#inner.setProtocolVersion?.(version);
  }

  start(): Promise<void> {
    return this.#inner.start();
  }

  close(): Promise<void> {
    return this.#inner.close();
  }

  send(message: JSONRPCMessage, options: TransportSendOptions = {}): Promise<void> {
    this.#tap?.('sent', message);
    const request = inFlight.getStore();
    // Notifications, that of a cancellation above all, go on when the request has ended.
    if (!request || !('method' in message && 'id' in message)) return this.#inner.send(message, options);
    const { id } = message;
    this.#open.set(id, request);
    request.signal.addEventListener('abort', () => this.#open.delete(id), { once: true });
    return this.#inner.send(message, {
      ...options,
      requestSignal: options.requestSignal ?? request.signal,
      onRequestStreamEnd: () => {
        options.onRequestStreamEnd?.();
        if (this.#open.delete(id)) request.fail(new McpFailure('unreachable', texts.brokeOff));
      },
    });
  }
}
