import Link from 'next/link';
import { cx } from '../ui/cx';
import { texts } from './texts';

const SCOPES = [
  { id: 'own', label: texts.mine, href: '/settings/usage' },
  { id: 'workspace', label: texts.workspace, href: '/settings/usage?scope=workspace' },
] as const;

/** Whose usage is shown; the workspace's is its administrators' to see. */
export function UsageScope({ scope }: { scope: 'own' | 'workspace' }) {
  return (
    <nav
      aria-label={texts.whoseUsage}
      className="flex flex-none gap-0.5 rounded-card border border-line bg-sunken p-0.5"
    >
      {SCOPES.map(({ id, label, href }) => (
        <Link
          key={id}
          href={href}
          aria-current={id === scope ? 'page' : undefined}
          className={cx(
            'flex h-8 items-center rounded-control px-3 text-sm transition-colors duration-150',
            id === scope ? 'bg-raised font-medium shadow-[0_0_0_1px_var(--line)]' : 'text-muted hover:text-text',
          )}
        >
          {label}
        </Link>
      ))}
    </nav>
  );
}
