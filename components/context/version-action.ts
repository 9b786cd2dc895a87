import type { Version } from '@/lib/client/sharing-log';

/** What a person can do with a snapshot. */
export type VersionAction = 'show' | 'compare' | 'continue';

export interface OpenedVersion {
  action: VersionAction;
  version: Version;
}
