import { Unplug } from 'lucide-react';
import Link from 'next/link';
import { PlainText } from '../../../ui/plain-text';
import { texts } from '../texts';

/** A server that the agent works without, and where the person lets it in. */
export function UnavailableRow({ text, signIn }: { text: string; signIn: string | undefined }) {
  return (
    <p className="flex flex-wrap items-center gap-x-2 text-muted text-xs">
      <Unplug className="icon" aria-hidden />
      <span className="min-w-0">
        <PlainText text={text} />
      </span>
      {signIn !== undefined && (
        <Link
          href={`/settings/mcp/${signIn}`}
          className="rounded-control pointer-coarse:py-3.5 text-accent underline underline-offset-2"
        >
          {texts.signInThere}
        </Link>
      )}
    </p>
  );
}
