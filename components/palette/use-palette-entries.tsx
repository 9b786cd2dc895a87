import { api } from '@/lib/browser/api/api';
import { useRead } from '@/lib/browser/api/use-read';
import type { ConversationItem } from '@/lib/browser/conversation/read-conversations';
import { foundAddress, useSearch } from '@/lib/browser/search/use-search';
import { TEAM_COOKIE } from '@/lib/browser/team/team-choice';
import { setCookie } from '@/lib/browser/ui/set-cookie';
import { Snippet } from '../search/snippet';
import { fixedEntries, holdsWords, type PaletteEntry } from './palette-entry';
import { texts } from './texts';

const MOST_CONVERSATIONS = 6;
const MOST_TEAMS = 5;

interface PaletteOptions {
  asked: string;
  go: (path: string) => void;
  onHelp: () => void;
}

/** What the palette offers for what was typed: conversations, teams, pages, actions, and places in messages. */
export function usePaletteEntries({ asked, go, onHelp }: PaletteOptions): PaletteEntry[] {
  const search = useSearch({ q: asked }, 8);
  const q = encodeURIComponent(asked);
  const listed = useRead(
    () => api<{ items: ConversationItem[] }>('GET', `/conversations?limit=${MOST_CONVERSATIONS}${asked && `&q=${q}`}`),
    asked,
  );
  const teams = useRead(() => api<{ items: { id: string; name: string }[] }>('GET', '/teams?limit=100'), 'teams');

  const conversations = (listed.value?.items ?? []).map(
    ({ id, title }): PaletteEntry => ({ key: id, group: 'conversation', label: title, run: () => go(`/c/${id}`) }),
  );
  const ofTeams = (teams.value?.items ?? [])
    .filter(({ name }) => asked !== '' && holdsWords(name, asked))
    .slice(0, MOST_TEAMS)
    .map(
      ({ id, name }): PaletteEntry => ({
        key: `team ${id}`,
        group: 'team',
        label: name,
        note: texts.askTeam,
        run: () => {
          setCookie(TEAM_COOKIE, id);
          go('/');
        },
      }),
    );
  const found = (search.found?.items ?? []).flatMap((item): PaletteEntry[] =>
    item.messageId === null
      ? []
      : [
          {
            key: item.messageId,
            group: 'found',
            label: item.title,
            note: <Snippet snippet={item.snippet} />,
            run: () => go(foundAddress(item)),
          },
        ],
  );
  const everything: PaletteEntry[] =
    asked === '' ? [] : [{ key: 'all', group: 'found', label: texts.search(asked), run: () => go(`/search?q=${q}`) }];
  return [...conversations, ...ofTeams, ...fixedEntries(asked, go, onHelp), ...found, ...everything];
}
