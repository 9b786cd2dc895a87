'use client';
import { ChevronDown, Users } from 'lucide-react';
import { useState } from 'react';
import { problemNote, teamProblems } from '@/lib/client/backend-health';
import { setCookie } from '@/lib/client/set-cookie';
import { TEAM_COOKIE, type TeamChoice, teamNote } from '@/lib/client/team-choice';
import { useBackends } from '@/lib/client/use-backends';
import { Menu } from '../ui/menu';

interface TeamPickerProps {
  teams: TeamChoice[];
  selected: string;
  onSelect: (id: string) => void;
}

/** Which team answers next; the choice is remembered in this browser. */
export function TeamPicker({ teams, selected, onSelect }: TeamPickerProps) {
  const [opened, setOpened] = useState(false);
  const backends = useBackends(opened);
  const team = teams.find((entry) => entry.id === selected);
  return (
    <Menu
      align="start"
      side="above"
      shrinks
      onOpen={() => setOpened(true)}
      title="Team that answers"
      triggerClass="inline-flex h-8 max-w-full sm:max-w-56 items-center gap-1.5 rounded-control px-2 text-muted text-sm transition-colors duration-150 hover:bg-hover hover:text-text"
      trigger={
        <>
          <Users className="icon" aria-hidden />
          <span className="sr-only">Team: </span>
          <span className="truncate">{team?.name ?? 'Choose a team'}</span>
          <ChevronDown className="icon" aria-hidden />
        </>
      }
      items={teams.map((entry) => ({
        label: entry.name,
        note: [teamNote(entry), problemNote(teamProblems(entry, backends ?? []))].filter(Boolean).join(' · '),
        checked: entry.id === selected,
        onSelect: () => {
          if (!entry.definition) setCookie(TEAM_COOKIE, entry.id);
          onSelect(entry.id);
        },
      }))}
    />
  );
}
