import type { ShareLevel } from '../permissions/permissions';
import type { WorkspacePolicy } from './workspace-policy';

export const SHARE_MODES = ['snapshot', 'live'] as const;
export const SHARE_AUDIENCES = ['anyone', 'signedIn', 'workspace', 'people'] as const;

export type ShareMode = (typeof SHARE_MODES)[number];
export type SharedWith = (typeof SHARE_AUDIENCES)[number];

/** By what a workspace's policy says of sharing: the audiences that a link may have. */
export const AUDIENCES_WITHIN: Record<WorkspacePolicy['sharing'], readonly SharedWith[]> = {
  anyone: SHARE_AUDIENCES,
  signedIn: ['signedIn', 'workspace', 'people'],
  workspace: ['workspace'],
  none: [],
};

/** What a snapshot holds: who reads it sees nothing that came later. */
export interface ShareSnapshot {
  takenAt: string;
  title: string;
  /** The branch up to this message. */
  leafId: string;
  /** Up to which `seq` each of its runs is shown. */
  runs: Record<string, number>;
}

/** A link to a conversation, as whoever may change it knows it. */
export interface ShareRecord {
  id: string;
  conversationId: string;
  conversationTitle: string;
  ownerId: string;
  ownerName: string;
  leafId: string;
  level: ShareLevel;
  systemMessages: boolean;
  mode: ShareMode;
  audience: SharedWith;
  people: string[];
  hasPassword: boolean;
  title: string | null;
  expiresAt: Date | null;
  revokedAt: Date | null;
  snapshotAt: string | null;
  views: number;
  lastViewedAt: Date | null;
  createdAt: Date;
}
