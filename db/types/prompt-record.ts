/** A saved text. */
export interface PromptRecord {
  id: string;
  workspaceId: string;
  ownerId: string;
  name: string;
  text: string;
  variables: string[];
  visibility: 'private' | 'workspace';
  createdAt: Date;
  updatedAt: Date;
}
