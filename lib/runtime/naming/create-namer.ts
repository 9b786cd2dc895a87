/** Gives conversations their titles and summaries, behind everything else that the process does. */
export interface Namer {
  /** A run of the conversation is over, however it ended. Costs nothing. */
  runOver(conversationId: string): void;
  /** Takes up what an earlier process has left. */
  start(): void;
  /** Ends what is under way, so that the next process does it. */
  stop(): void;
}

interface NamerDeps {
  name(conversationId: string, signal: AbortSignal): Promise<void>;
  /** Conversations that have been left without; of this start, or later. */
  findLeft(when: 'start' | 'later'): Promise<string[]>;
  /** Whether runs need the process now. */
  isBusy(): boolean;
  report(error: unknown, what: string): void;
  settings?: NamerSettings;
}

interface NamerSettings {
  /** Between a run's end, and each look at whether the process is busy. */
  waitMs: number;
  /** Between two looks for what others have left. */
  lookMs: number;
}

const SETTINGS: NamerSettings = { waitMs: 1_000, lookMs: 600_000 };
/** What is known to be named is not asked about again. */
const MOST_KNOWN = 5_000;
const MOST_WAITING = 1_000;

export function createNamer({ name, findLeft, isBusy, report, settings = SETTINGS }: NamerDeps): Namer {
  const waiting = new Set<string>();
  const known = new Set<string>();
  const ending = new AbortController();
  let timer: NodeJS.Timeout | null = null;
  let looking: NodeJS.Timeout | null = null;

  function wake(): void {
    if (timer || waiting.size === 0 || ending.signal.aborted) return;
    timer = setTimeout(() => void nameWaiting(), settings.waitMs).unref();
  }

  /** One at a time: nobody waits for a title. All in one go, so that what follows a change (the search index) comes once, and not with the next runs. */
  async function nameWaiting(): Promise<void> {
    for (const id of waiting) {
      if (isBusy() || ending.signal.aborted) break;
      waiting.delete(id);
      try {
        await name(id, ending.signal);
      } catch (error) {
        if (!ending.signal.aborted) report(error, `The conversation ${id} could not be named.`);
      }
    }
    timer = null;
    wake();
  }

  function add(ids: string[]): void {
    for (const id of ids) if (waiting.size < MOST_WAITING) waiting.add(id);
    wake();
  }

  async function look(when: 'start' | 'later'): Promise<void> {
    try {
      add(await findLeft(when));
    } catch (error) {
      report(error, 'Looking for conversations without a title failed.');
    }
  }

  return {
    runOver(conversationId) {
      if (known.has(conversationId)) return;
      if (known.size >= MOST_KNOWN) known.clear();
      known.add(conversationId);
      add([conversationId]);
    },
    start() {
      void look('start');
      looking = setInterval(() => void look('later'), settings.lookMs).unref();
    },
    stop() {
      ending.abort();
      if (timer) clearTimeout(timer);
      if (looking) clearInterval(looking);
    },
  };
}
