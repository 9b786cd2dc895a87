/** A command that a person has approved. */
export interface ApprovedCommandRecord {
  /** SHA-256 of the text. */
  hash: string;
  command: string;
  createdAt: Date;
}
