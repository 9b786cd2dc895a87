/** Called by Next once per server process, before the first request. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME === 'nodejs') {
    // It opens in a thread of its own, while this one reads the rest of the program. What goes wrong with it, startInstance meets and reports.
    const { getDb } = await import('@/db/client');
    getDb().catch(() => {});
    const { startInstance } = await import('@/lib/features/instance/start-instance');
    await startInstance();
  }
}
