'use client';
import { Button } from '@/components/ui/button';

export default function AppErrorPage({ reset }: { reset: () => void }) {
  return (
    <div className="flex flex-1 flex-col items-center justify-center gap-4 px-6 text-center">
      <title>Not shown · MassGen Web</title>
      <h1 className="font-semibold text-xl">This page could not be shown</h1>
      <p className="max-w-sm text-muted text-sm">
        Your conversations and running teams are kept on the server. If it happens again, the server’s log has the
        cause.
      </p>
      <Button onClick={reset}>Try again</Button>
    </div>
  );
}
