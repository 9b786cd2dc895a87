import type { Client } from '@modelcontextprotocol/client';
import { LIMITS } from './limits';
import type { OpenTransport } from './open-transport';

/** A connection with a server, on which any number of requests go side by side. */
export class Connection {
  readonly client: Client;
  readonly connectMs: number;
  /** Nothing new is asked on it. */
  isLost = false;
  /** Why it was lost, where more is known than that it broke off. */
  lostBecause: Error | null = null;
  /** Requests under way. */
  inUse = 0;
  usedAt = performance.now();
  readonly #leave: OpenTransport['leave'];

  constructor(client: Client, connectMs: number, leave: OpenTransport['leave']) {
    this.client = client;
    this.connectMs = connectMs;
    this.#leave = leave;
  }

  /** The revision of the protocol that both sides speak. */
  get era(): string {
    return this.client.getNegotiatedProtocolVersion() ?? '';
  }

  get hasSession(): boolean {
    return this.client.transport?.sessionId !== undefined;
  }

  /** A request has ended. */
  release(): void {
    this.inUse -= 1;
    this.usedAt = performance.now();
    if (this.isLost && this.inUse === 0) void closed(this.client);
  }

  /** What is under way comes to its end; then it is closed. */
  retire(): void {
    this.isLost = true;
    if (this.inUse === 0) void closed(this.client);
  }

  /** What is under way ends as broken off. Never fails. */
  async close(): Promise<void> {
    const wasLost = this.isLost;
    this.isLost = true;
    if (this.#leave && this.hasSession && !wasLost) {
      const leaving = this.#leave().catch(() => {
        // A server that does not let go ends the session when it will.
      });
      await untilLate(leaving);
    }
    await closed(this.client);
  }
}

/** Closes what may be closed already. Never fails. */
export async function closed(open: { close(): Promise<void> }): Promise<void> {
  try {
    await open.close();
  } catch {
    // What cannot be closed is gone already.
  }
}

async function untilLate(work: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  await Promise.race([work, new Promise<void>((resolve) => (timer = setTimeout(resolve, LIMITS.leaveMs)))]);
  clearTimeout(timer);
}
