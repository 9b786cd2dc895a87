import 'server-only';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Options, SessionKey, SessionStoreEntry } from '@anthropic-ai/claude-agent-sdk';
import { uuidv7 } from 'uuidv7';
import { deleteAgentSession } from '@/db/queries/agent-sessions/delete-agent-session';
import { type AgentSessionTurn, storeAgentSession } from '@/db/queries/agent-sessions/store-agent-session';
import { logger } from '@/lib/platform/observability/logger';

const MAX_BYTES = 20_000_000;

export type SessionPlace = Pick<AgentSessionTurn, 'conversationId' | 'slot' | 'fingerprint'>;
/** What a process knows at the end of a turn. */
export type SessionKnowledge = Pick<AgentSessionTurn, 'turn' | 'runId' | 'told'>;

/** A stored session with which a process goes on. */
export interface EarlierSession {
  id: string;
  bytes: number;
  /** Each JSON. */
  entries: string[];
}

/**
 * The session of one process, on its way to the database: what Claude Code writes down is kept here until it has ended a turn. A failure
 * to store it costs only that no other process can go on with it.
 */
export class AgentSession {
  readonly #configFolder: string;
  readonly #id: string;
  readonly #place: SessionPlace;
  readonly #earlier: EarlierSession | null;
  #stored: number;
  #bytes: number;
  #entries: string[] = [];
  #isDropped = false;
  #isProven = false;
  /** One write after the other. */
  #written: Promise<void> = Promise.resolve();

  /** @param configFolder where Claude Code keeps its own copy, for as long as its process lives */
  constructor(place: SessionPlace, earlier: EarlierSession | null, configFolder: string) {
    this.#configFolder = configFolder;
    this.#id = earlier?.id ?? uuidv7();
    this.#place = place;
    this.#earlier = earlier;
    this.#stored = earlier?.entries.length ?? 0;
    this.#bytes = earlier?.bytes ?? 0;
  }

  get options(): Pick<Options, 'sessionStore' | 'sessionId' | 'resume'> {
    return {
      ...(this.#earlier ? { resume: this.#id } : { sessionId: this.#id }),
      sessionStore: {
        // Claude Code waits for it with the end of its turn.
        append: async (key, entries) => this.#keep(key, entries),
        load: (key) => this.#unpack(key),
      },
    };
  }

  /** The process has ended a turn as it should, and knows this much. */
  turnEnded(knows: SessionKnowledge): void {
    this.#isProven = true;
    if (this.#isDropped) return;
    const entries = this.#entries.splice(0);
    const turn = { id: this.#id, ...this.#place, ...knows, from: this.#stored, entries, bytes: this.#bytes };
    this.#stored += entries.length;
    this.#write('could not be stored', async () => {
      if (await storeAgentSession(turn)) return;
      this.#isDropped = true;
      logger.info({ session: this.#id }, 'another process has gone on with this session, or its conversation is gone');
    });
  }

  /** The process could not go on with it: it is not tried again. */
  failed(): void {
    if (this.#earlier && !this.#isProven) this.#drop('Claude Code could not go on with it');
  }

  /** Agents inside of an agent have no part in it. */
  #keep({ subpath }: SessionKey, entries: SessionStoreEntry[]): void {
    if (this.#isDropped || subpath) return;
    for (const entry of entries) {
      const json = JSON.stringify(entry);
      this.#bytes += Buffer.byteLength(json);
      this.#entries.push(json);
    }
    if (this.#bytes > MAX_BYTES) this.#drop(`it has more than ${MAX_BYTES / 1e6} MB`);
  }

  /**
   * Writes the session where Claude Code looks for it when the store has none. Given to the SDK, it would stand in the system's folder for
   * temporary files, and stay there if this server is killed.
   */
  async #unpack({ projectKey, sessionId }: SessionKey): Promise<null> {
    const folder = join(this.#configFolder, 'projects', projectKey);
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const lines = (this.#earlier?.entries ?? []).map((entry) => `${entry}\n`);
    await writeFile(join(folder, `${sessionId}.jsonl`), lines.join(''), { mode: 0o600 });
    return null;
  }

  #drop(because: string): void {
    this.#isDropped = true;
    this.#entries = [];
    logger.warn({ session: this.#id, because }, 'a Claude Code session is not kept');
    this.#write('could not be removed', () => deleteAgentSession(this.#id));
  }

  #write(complaint: string, write: () => Promise<void>): void {
    this.#written = this.#written.then(write).catch((error: unknown) => {
      this.#isDropped = true;
      logger.warn({ error, session: this.#id }, `a Claude Code session ${complaint}; a new process is told everything`);
    });
  }
}
