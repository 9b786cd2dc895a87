import type { Version } from '@/lib/browser/run/sharing-log';

/** What a person can do with a snapshot. */
export type VersionAction = 'show' | 'compare' | 'continue';

export interface OpenedVersion {
  action: VersionAction;
  version: Version;
}
