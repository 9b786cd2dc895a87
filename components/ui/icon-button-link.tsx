import type { LucideIcon } from 'lucide-react';

interface IconButtonLinkProps {
  /** Accessible name and tooltip. */
  label: string;
  icon: LucideIcon;
  href: string;
}

/** A download that looks like an icon button. */
export function IconButtonLink({ label, icon: Icon, href }: IconButtonLinkProps) {
  return (
    <a
      href={href}
      download
      aria-label={label}
      data-tooltip={label}
      className="grid size-8 place-items-center rounded-control text-muted transition-colors duration-150 hover:bg-hover hover:text-text"
    >
      <Icon className="icon" aria-hidden />
    </a>
  );
}
