export interface ConversationRecord {
  id: string;
  workspaceId: string;
  ownerId: string;
  title: string;
  visibility: 'private' | 'workspace';
  labels: string[];
  activeLeafId: string | null;
  archivedAt: Date | null;
  createdAt: Date;
  updatedAt: Date;
}
