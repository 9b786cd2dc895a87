'use client';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { useEffect, useRef } from 'react';
import { cx } from '../ui/cx';
import { texts } from './nav-texts';

/** Each section has an address of its own. */
const SECTIONS = [
  { href: '/settings', label: texts.account },
  { href: '/settings/appearance', label: texts.appearance },
  { href: '/settings/keyboard', label: texts.keyboard },
  { href: '/settings/models', label: texts.models },
  { href: '/settings/prompts', label: texts.prompts },
  { href: '/settings/mcp', label: texts.mcp },
  { href: '/settings/links', label: texts.links },
  { href: '/settings/workspaces', label: texts.workspaces },
  { href: '/settings/usage', label: texts.usage },
  { href: '/settings/reliability', label: texts.reliability },
  { href: '/settings/data', label: texts.data },
];

/** The sections of the settings: beside the page, on a phone above it. */
export function SettingsNav() {
  const path = usePathname();
  const here = useRef<HTMLAnchorElement>(null);
  // On a phone the sections are wider than the page: where one is has to be in view.
  // biome-ignore lint/correctness/useExhaustiveDependencies: with each section that is opened.
  useEffect(() => {
    here.current?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }, [path]);
  const isHere = (href: string) => (href === '/settings' ? path === href : path.startsWith(href));
  return (
    <nav
      aria-label={texts.sections}
      className="flex-none overflow-x-auto border-line border-b md:w-48 md:overflow-y-auto md:border-r md:border-b-0"
    >
      <ul className="flex gap-1 px-3 py-2 md:flex-col md:px-2 md:py-8">
        {SECTIONS.map(({ href, label }) => (
          <li key={href} className="flex-none">
            <Link
              ref={isHere(href) ? here : undefined}
              href={href}
              aria-current={isHere(href) ? 'page' : undefined}
              className={cx(
                'flex min-h-8 items-center rounded-control px-2.5 text-sm whitespace-nowrap transition-colors duration-150 hover:bg-hover [@media(pointer:coarse)]:min-h-11',
                isHere(href) ? 'bg-hover font-medium' : 'text-muted',
              )}
            >
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
