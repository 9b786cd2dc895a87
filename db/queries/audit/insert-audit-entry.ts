import { uuidv7 } from 'uuidv7';
import { getDb } from '../../client';
import { auditEntry } from '../../schema/audit';

export interface NewAuditEntry {
  /** Null = of the instance. */
  workspaceId: string | null;
  actorId: string | null;
  action: string;
  targetKind: string;
  targetId: string | null;
  details: Record<string, string | number | boolean | null>;
  via: string | null;
  address: string | null;
}

/** Adds a line to the audit log, which nothing ever changes. */
export async function insertAuditEntry(entry: NewAuditEntry): Promise<void> {
  const db = await getDb();
  await db.insert(auditEntry).values({ id: uuidv7(), ...entry });
}
