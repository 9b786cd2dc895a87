/** An adaptation that a server has demanded, by its name, with what it needs to know. */
export interface Learned {
  name: string;
  detail: string;
}

const MOST = 500;
/** A server may have been set up anew since. Every success renews what it was asked with. */
const KEPT_MS = 6 * 3_600_000;

const holder = globalThis as typeof globalThis & { massgenDialects?: Map<string, { at: number; learned: Learned[] }> };

/** How a model on a server wants to be asked, as far as this process knows. The longest unused are forgotten first. */
export const learnedDialects = {
  recall(key: string): Learned[] {
    const entry = dialects().get(key);
    return entry && Date.now() - entry.at < KEPT_MS ? entry.learned : [];
  },
  /** What requests side by side have learned is kept together. */
  keep(key: string, learned: Learned[]): void {
    if (learned.length === 0) return;
    const known = dialects();
    const before = this.recall(key).filter((old) => !learned.some((entry) => isSame(entry, old)));
    known.delete(key);
    known.set(key, { at: Date.now(), learned: [...before, ...learned] });
    const [oldest] = known.keys();
    if (known.size > MOST && oldest !== undefined) known.delete(oldest);
  },
  forget(key: string): void {
    dialects().delete(key);
  },
};

function isSame(one: Learned, other: Learned): boolean {
  return one.name === other.name && one.detail === other.detail;
}

function dialects() {
  holder.massgenDialects ??= new Map();
  return holder.massgenDialects;
}
