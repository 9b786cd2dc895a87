/** Where the bytes of an attachment are. */
export function attachmentAddress(attachmentId: string): string {
  return `/api/v1/attachments/${attachmentId}/content`;
}
