import { customType, index, integer, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';

const at = (name: string) => timestamp(name, { withTimezone: true, precision: 3, mode: 'date' });
const bytea = customType<{ data: Uint8Array }>({ dataType: () => 'bytea' });

/**
 * Content that is stored once, whoever refers to it; `hash` is its SHA-256 in hexadecimal. The row is written behind the pieces: where it
 * exists, they are complete. It belongs to nobody: who may read it follows from what refers to it.
 */
export const blob = pgTable(
  'blob',
  {
    hash: text('hash').primaryKey(),
    bytes: integer('bytes').notNull(),
    /** Last time that somebody stored this content; what nothing refers to is removed a day later. */
    storedAt: at('stored_at').notNull().defaultNow(),
  },
  (t) => [index('blob_stored_at').on(t.storedAt)],
);

/** Small enough that neither the embedded database nor a reader ever holds a whole file. */
export const blobPiece = pgTable(
  'blob_piece',
  {
    hash: text('hash').notNull(),
    index: integer('index').notNull(),
    bytes: bytea('bytes').notNull(),
    storedAt: at('stored_at').notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.hash, t.index] }), index('blob_piece_stored_at').on(t.storedAt)],
);
