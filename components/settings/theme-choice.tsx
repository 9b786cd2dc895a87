'use client';
import { Monitor, Moon, Sun } from 'lucide-react';
import { useState } from 'react';
import { setCookie } from '@/lib/browser/ui/set-cookie';
import { THEME_COOKIE, type Theme } from '@/lib/browser/ui/theme';
import { Segmented } from '../ui/segmented';
import { texts } from './texts';

const THEMES = [
  { id: 'system' as const, name: texts.system, Icon: Monitor },
  { id: 'light' as const, name: texts.light, Icon: Sun },
  { id: 'dark' as const, name: texts.dark, Icon: Moon },
];

export function ThemeChoice({ initial }: { initial: Theme }) {
  const [theme, setTheme] = useState(initial);
  function choose(next: Theme) {
    setTheme(next);
    setCookie(THEME_COOKIE, next);
    if (next === 'system') delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = next;
  }
  return (
    <div className="max-w-xs">
      <Segmented
        label={texts.theme}
        selected={theme}
        onSelect={choose}
        options={THEMES.map(({ id, name, Icon }) => ({
          id,
          name,
          label: (
            <>
              <Icon className="icon" aria-hidden />
              {name}
            </>
          ),
        }))}
      />
    </div>
  );
}
