/** A conversation as one reader sees it. */
export interface ConversationRecord {
  id: string;
  workspaceId: string;
  ownerId: string;
  title: string;
  /** Who has given the title. */
  titleBy: 'rule' | 'model' | 'person';
  /** What it is about; null = nothing has been written yet. */
  summary: string | null;
  visibility: 'private' | 'workspace';
  labels: string[];
  /** The end of the branch that this reader is shown. */
  activeLeafId: string | null;
  /** By this reader. */
  pinned: boolean;
  archivedAt: Date | null;
  createdAt: Date;
  updatedAt: Date;
}
