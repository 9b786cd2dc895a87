import { Button } from '../ui/button';

/** In place of a page that could not be shown. */
export function PageFailure({ onRetry }: { onRetry: () => void }) {
  return (
    <div className="flex flex-1 flex-col items-center justify-center gap-4 px-6 text-center">
      <title>Not shown · MassGen Web</title>
      <h1 className="font-semibold text-xl">This page could not be shown</h1>
      <p className="max-w-sm text-muted text-sm">
        Your conversations and running teams are kept on the server. If it happens again, the server’s log has the
        cause.
      </p>
      <Button onClick={onRetry}>Try again</Button>
    </div>
  );
}
