/** An import that goes on, or has ended. */
export interface ImportRecord {
  id: string;
  status: 'running' | 'finished' | 'failed';
  total: number | null;
  done: number;
  /** Ids of conversations that are there now. */
  items: string[];
  warnings: string[];
  problem: string | null;
  createdAt: Date;
  updatedAt: Date;
}
