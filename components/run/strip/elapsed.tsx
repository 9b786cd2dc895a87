'use client';
import { useEffect, useState } from 'react';
import { formatClock } from '@/lib/browser/ui/format';

/** Time since `startedAt`, ticking. */
export function Elapsed({ startedAt }: { startedAt: string }) {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  // The server rendered its own second; the next tick is right anyway.
  return <span suppressHydrationWarning>{formatClock(now - Date.parse(startedAt))}</span>;
}
