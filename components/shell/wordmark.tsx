import { texts } from './texts';

/** The product's name with its mark: three voices, one answer. */
export function Wordmark() {
  return (
    <span className="flex items-center gap-2 font-semibold text-sm tracking-tight">
      <svg viewBox="0 0 16 16" className="size-4" aria-hidden="true">
        <circle cx="3.5" cy="4" r="2.5" fill="var(--agent-a)" />
        <circle cx="12.5" cy="4" r="2.5" fill="var(--agent-b)" />
        <circle cx="8" cy="12" r="3" fill="var(--agent-c)" />
      </svg>
      {texts.product}
    </span>
  );
}
