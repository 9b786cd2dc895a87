import 'server-only';
import type { AuditLine } from '@/db/queries/audit/select-audit';
import { csvOf } from '@/lib/features/csv';

const HEADER = ['at', 'actorId', 'actorName', 'action', 'targetKind', 'targetId', 'details', 'via', 'address'];

/** The lines as a spreadsheet. */
export function auditCsv(lines: Omit<AuditLine, 'workspaceId'>[]): string {
  return csvOf(
    HEADER,
    lines.map(({ at, actorId, actorName, action, targetKind, targetId, details, via, address }) => [
      ...[at.toISOString(), actorId, actorName, action, targetKind, targetId],
      ...[JSON.stringify(details), via, address],
    ]),
  );
}
