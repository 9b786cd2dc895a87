'use client';
import { Monitor, Moon, Sun } from 'lucide-react';
import { useState } from 'react';
import { setCookie } from '@/lib/client/set-cookie';
import { THEME_COOKIE, type Theme } from '@/lib/client/theme';
import { Segmented } from '../ui/segmented';

const THEMES = [
  { id: 'system' as const, name: 'System', Icon: Monitor },
  { id: 'light' as const, name: 'Light', Icon: Sun },
  { id: 'dark' as const, name: 'Dark', Icon: Moon },
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
        label="Theme"
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
