/** Who asks. Every query on tables that belong to a workspace takes it first. */
export interface QueryActor {
  userId: string;
  /** The one workspace that they reach; absent or null = all of theirs. */
  onlyIn?: string | null;
}
