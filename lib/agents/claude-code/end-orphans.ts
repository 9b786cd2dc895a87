import 'server-only';
import { env } from '@/lib/platform/config/env';
import { logger } from '@/lib/platform/observability/logger';
import { removeOldAgentFolders } from './agent-folder';
import { reapOrphans } from './child-process';

/** At the start of a server: ends what an earlier one on the same data folder has left running, and removes what those have written. */
export function endOrphans(): void {
  const count = reapOrphans(env().dataDir);
  if (count > 0) logger.warn({ count }, 'processes that an earlier server left running have been ended');
  removeOldAgentFolders();
}
