'use client';
import { ChevronDown, ListChecks, Users } from 'lucide-react';
import { useState } from 'react';
import { problemNote, teamProblems } from '@/lib/browser/team/backend-health';
import { TEAM_COOKIE, type TeamChoice, teamNote } from '@/lib/browser/team/team-choice';
import { usableFirst } from '@/lib/browser/team/usable-first';
import { useBackends } from '@/lib/browser/team/use-backends';
import { setCookie } from '@/lib/browser/ui/set-cookie';
import { Menu } from '../../ui/menu';
import { ModelsDialog } from './models-dialog';
import { texts } from './texts';

interface TeamPickerProps {
  teams: TeamChoice[];
  selected: string;
  onSelect: (id: string) => void;
  /** A team was made for this question. */
  onMade: (team: TeamChoice) => void;
}

/** Which team answers next; the choice is remembered in this browser. */
export function TeamPicker({ teams, selected, onSelect, onMade }: TeamPickerProps) {
  const [approached, setApproached] = useState(false);
  const [isChoosing, setChoosing] = useState(false);
  const backends = useBackends(approached);
  const team = teams.find((entry) => entry.id === selected);
  return (
    <>
      <Menu
        align="start"
        side="above"
        shrinks
        onApproach={() => setApproached(true)}
        title={texts.answeringTeam}
        triggerClass="inline-flex h-8 max-w-full sm:max-w-56 items-center gap-1.5 rounded-control px-2 text-muted text-sm transition-colors duration-150 hover:bg-hover hover:text-text"
        trigger={
          <>
            <Users className="icon" aria-hidden />
            <span className="sr-only">{texts.team} </span>
            <span className="truncate">{team?.name ?? texts.chooseTeam}</span>
            <ChevronDown className="icon" aria-hidden />
          </>
        }
        items={[
          ...usableFirst(teams, backends).map((entry) => ({
            label: entry.name,
            note: [teamNote(entry), problemNote(teamProblems(entry, backends ?? []))].filter(Boolean).join(' · '),
            checked: entry.id === selected,
            onSelect: () => {
              if (!entry.definition) setCookie(TEAM_COOKIE, entry.id);
              onSelect(entry.id);
            },
          })),
          {
            label: texts.chooseModels,
            note: texts.chooseModelsNote,
            icon: ListChecks,
            onSelect: () => setChoosing(true),
          },
        ]}
      />
      <ModelsDialog open={isChoosing} onClose={() => setChoosing(false)} onMade={onMade} />
    </>
  );
}
