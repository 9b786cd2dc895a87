import type { ReactNode } from 'react';
import { texts } from './texts';

/** Something that the palette can do. */
export interface PaletteEntry {
  key: string;
  group: keyof typeof texts.groups;
  label: string;
  /** Under it, in small letters. */
  note?: ReactNode;
  run: () => void;
}

const PAGES: [path: string, label: string][] = [
  ['/search', texts.pages.search],
  ['/teams', texts.pages.teams],
  ['/teams/new', texts.pages.newTeam],
  ['/teams/import', texts.pages.importTeam],
  ['/settings', texts.pages.settings],
  ['/settings/mcp', texts.pages.mcp],
  ['/settings/usage', texts.pages.usage],
  ['/settings/reliability', texts.pages.reliability],
  ['/docs/api', texts.pages.api],
];

/** Actions and pages whose names hold all the words. */
export function fixedEntries(asked: string, go: (path: string) => void, onHelp: () => void): PaletteEntry[] {
  const actions: PaletteEntry[] = [
    { key: 'new', group: 'action', label: texts.newChat, run: () => go('/') },
    { key: 'keys', group: 'action', label: texts.shortcuts, run: onHelp },
  ];
  const pages = PAGES.map(([path, label]): PaletteEntry => ({ key: path, group: 'page', label, run: () => go(path) }));
  return [...actions, ...pages].filter(({ label }) => holdsWords(label, asked));
}

/** Whether each word of what was typed stands in the label. */
export function holdsWords(label: string, asked: string): boolean {
  const text = label.toLowerCase();
  return asked
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}
