import { LRUCache } from 'lru-cache';
import type { AgentBackend, Credentials } from '@/lib/agents/backend';
import type { WindowSource } from '@/lib/protocol/fit/condensed';
import type { BackendChoice } from '@/lib/protocol/team';

export interface ModelWindow {
  /** In tokens, prompt and reply together. */
  tokens: number;
  from: WindowSource;
}

/** Where nobody says more. */
const DEFAULT_WINDOW = 32_768;
/** A server's word holds so long: a local one may load the model anew with another window. */
const KNOWN_FOR_MS = 5 * 60_000;
/** One that did not say is asked again after this time. */
const UNKNOWN_FOR_MS = 60_000;
/** The answer to a question that a run waits for. */
const PATIENCE_MS = 1_000;
const MOST_KEPT = 1_000;

type Choice = Pick<BackendChoice, 'type' | 'model' | 'contextWindow'>;
type Server = Pick<Credentials, 'apiKey' | 'baseUrl'>;

interface Word {
  tokens: Promise<number | null>;
  until: number;
}

/**
 * The windows of models: the agent's setting, else its server's own word, else the catalogue's, else a careful default; never more than
 * a refusal has named. A server is asked once in a while, for a second at most.
 */
export class ModelWindows {
  readonly #backendFor: (type: string) => AgentBackend;
  readonly #words = new LRUCache<string, Word>({ max: MOST_KEPT });
  readonly #refused = new LRUCache<string, number>({ max: MOST_KEPT });

  constructor(backendFor: (type: string) => AgentBackend) {
    this.#backendFor = backendFor;
  }

  async of(choice: Choice, server: Server): Promise<ModelWindow> {
    return (
      this.known(choice, server) ??
      this.#limited((await this.#served(choice, server)) ?? this.#usual(choice), choice, server)
    );
  }

  /** The window when no server has a say in it; `null` = one is to be asked. */
  known(choice: Choice, server: Server): ModelWindow | null {
    if (choice.contextWindow) return this.#limited({ tokens: choice.contextWindow, from: 'agent' }, choice, server);
    return this.#backendFor(choice.type).askWindow ? null : this.#limited(this.#usual(choice), choice, server);
  }

  #limited(found: ModelWindow, choice: Choice, server: Server): ModelWindow {
    if (this.#refused.size === 0) return found;
    const limit = this.#refused.get(keyOf(choice, server)) ?? Number.POSITIVE_INFINITY;
    return limit < found.tokens ? { tokens: limit, from: 'refusal' } : found;
  }

  /** A request was refused as too long, and no longer one than this can be taken. */
  refused(choice: Choice, server: Server, tokens: number): void {
    const key = keyOf(choice, server);
    this.#refused.set(key, Math.min(tokens, this.#refused.get(key) ?? tokens));
  }

  #usual({ type, model }: Choice): ModelWindow {
    const backend = this.#backendFor(type);
    const known = backend.capabilities(model).contextWindow;
    if (known !== null) return { tokens: known, from: 'catalogue' };
    return { tokens: backend.leastWindow ?? DEFAULT_WINDOW, from: 'default' };
  }

  async #served(choice: Choice, server: Server): Promise<ModelWindow | null> {
    const { type, model } = choice;
    const backend = this.#backendFor(type);
    if (!backend.askWindow) return null;
    const key = keyOf(choice, server);
    const known = this.#words.get(key);
    if (known && known.until > performance.now()) return served(await known.tokens);
    const asked = backend.askWindow(model, server, AbortSignal.timeout(PATIENCE_MS)).catch(() => null);
    const word = { tokens: asked, until: performance.now() + KNOWN_FOR_MS };
    this.#words.set(key, word);
    const tokens = await asked;
    if (tokens === null) word.until = performance.now() + UNKNOWN_FOR_MS;
    return served(tokens);
  }
}

function served(tokens: number | null): ModelWindow | null {
  return tokens === null ? null : { tokens, from: 'server' };
}

function keyOf({ type, model }: Choice, { baseUrl }: Server): string {
  return JSON.stringify([type, baseUrl, model]);
}
