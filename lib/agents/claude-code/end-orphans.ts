import 'server-only';
import { env } from '@/lib/config/env';
import { logger } from '@/lib/observability/logger';
import { reapOrphans } from './child-process';
import { removeOldSessionFolders } from './session-folder';

/** At the start of a server: ends what an earlier one on the same data folder has left running, and removes what those have written. */
export function endOrphans(): void {
  const count = reapOrphans(env().dataDir);
  if (count > 0) logger.warn({ count }, 'processes that an earlier server left running have been ended');
  removeOldSessionFolders();
}
