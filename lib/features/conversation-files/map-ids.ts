/** Fields of events that hold an id of ours, or a name of content. Ids of calls, answers and notes are the run's own. */
const ID_FIELDS = new Set(['id', 'runId', 'snapshotId', 'contextId', 'parentId', 'attachmentId', 'messageId']);
/** What models, tools and people have written; nothing in it is an id of ours, whatever it looks like. */
const WRITTEN = new Set(['arguments', 'params', 'parts', 'team']);

/** Stands for content that is not in the file. */
export const NO_CONTENT = '0'.repeat(64);

export interface Naming {
  ids: ReadonlyMap<string, string>;
  /** What a `hash` is called there. */
  hashOf: (hash: string) => string;
}

/** A copy of an event in which ids of ours and names of content are replaced. What somebody has written is left as it is. */
export function mapIds<T extends object>(event: T, naming: Naming): T {
  return mapped(event, naming) as T;
}

function mapped(value: unknown, naming: Naming): unknown {
  if (Array.isArray(value)) return value.map((item) => mapped(item, naming));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => {
      if (WRITTEN.has(key)) return [key, item];
      if (typeof item !== 'string') return [key, mapped(item, naming)];
      if (key === 'hash') return [key, naming.hashOf(item)];
      return [key, ID_FIELDS.has(key) ? (naming.ids.get(item) ?? item) : item];
    }),
  );
}

/** The names of content that an event or a manifest refers to. */
export function* hashesIn(value: unknown): Generator<string> {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, item] of Object.entries(value)) {
    if (WRITTEN.has(key)) continue;
    if (key === 'hash' && typeof item === 'string') yield item;
    else yield* hashesIn(item);
  }
}
