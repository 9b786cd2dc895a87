'use client';
import { useState } from 'react';
import { setCookie } from '@/lib/browser/ui/set-cookie';
import { SHORTCUTS_COOKIE } from '@/lib/browser/ui/shortcuts';
import { CheckField } from '../ui/check-field';
import { texts } from './texts';

/** Switches the single-key shortcuts of this browser on or off. */
export function ShortcutChoice({ initial }: { initial: boolean }) {
  const [on, setOn] = useState(initial);
  function choose(next: boolean) {
    setOn(next);
    setCookie(SHORTCUTS_COOKIE, next ? 'on' : 'off');
    document.documentElement.dataset.shortcuts = next ? 'on' : 'off';
  }
  return <CheckField isSwitch label={texts.singleKeys} text={texts.singleKeysText} checked={on} onChange={choose} />;
}
