let me: string | null = null;

/** Who is signed in, told once by the frame of the pages. On the server, which serves many at once, nobody is. */
export function rememberMe(userId: string): void {
  if (typeof window !== 'undefined') me = userId;
}

/** The name of somebody else who did something; `null` = it was oneself, or nobody is named. */
export function othersName(by: { userId: string; name?: string } | undefined): string | null {
  return by && by.userId !== me ? (by.name ?? null) : null;
}

/** Whether it was oneself who did something. */
export function isMe(by: { userId: string } | undefined): boolean {
  return by !== undefined && by.userId === me;
}
