'use client';
import type { LucideIcon } from 'lucide-react';
import { usePathname } from 'next/navigation';
import { cx } from '../ui/cx';
import { IntentLink } from '../ui/intent-link';

interface SidebarLinkProps {
  href: string;
  icon: LucideIcon;
  label: string;
  title?: string;
}

export function SidebarLink({ href, icon: Icon, label, title }: SidebarLinkProps) {
  const path = usePathname();
  const here = href === '/' ? path === '/' : path.startsWith(href);
  return (
    <IntentLink
      href={href}
      title={title}
      aria-current={here ? 'page' : undefined}
      className={cx(
        'flex h-9 items-center gap-2.5 rounded-control px-2.5 text-sm transition-colors duration-150 hover:bg-hover',
        here ? 'bg-hover font-medium' : 'text-text',
      )}
    >
      <Icon className="icon text-muted" aria-hidden />
      {label}
    </IntentLink>
  );
}
