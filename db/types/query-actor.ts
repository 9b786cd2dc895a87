/** Who asks. Every query on tables that belong to a workspace takes it first. */
export interface QueryActor {
  userId: string;
}
