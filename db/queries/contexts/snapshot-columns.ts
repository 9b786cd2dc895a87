import { getTableColumns } from 'drizzle-orm';
import { contextSnapshot } from '../../schema/contexts';

const { workspaceId: _, isComplete: __, ...columns } = getTableColumns(contextSnapshot);

/** The columns of a `SnapshotRecord`. */
export const SNAPSHOT_COLUMNS = columns;
