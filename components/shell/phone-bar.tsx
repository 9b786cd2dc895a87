'use client';
import { Menu, SquarePen } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { IconButton } from '../ui/icon-button';
import { texts } from './texts';
import { Wordmark } from './wordmark';

/** The bar on top of a phone's page. */
export function PhoneBar({ onMenu }: { onMenu: () => void }) {
  const router = useRouter();
  return (
    <header className="flex h-12 flex-none items-center justify-between border-line border-b px-2 md:hidden">
      <IconButton label={texts.openMenu} icon={Menu} onClick={onMenu} className="size-10" />
      <Wordmark />
      <IconButton label={texts.newChat} icon={SquarePen} onClick={() => router.push('/')} className="size-10" />
    </header>
  );
}
