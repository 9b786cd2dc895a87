/** Content and its SHA-256 in hexadecimal. */
export interface BlobContent {
  hash: string;
  content: Uint8Array;
}
