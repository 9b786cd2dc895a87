export interface AttachmentRecord {
  id: string;
  name: string;
  mediaType: string;
  bytes: number;
  kind: 'image' | 'document' | 'text';
  createdAt: Date;
}
