'use client';
import { Copy, Download, MessageSquare, Pencil, Trash2 } from 'lucide-react';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useRef, useState } from 'react';
import { api } from '@/lib/browser/api/api';
import { errorText } from '@/lib/browser/api/api-error';
import { download } from '@/lib/browser/api/download';
import type { TeamProblem } from '@/lib/browser/team/backend-health';
import { keyAddress } from '@/lib/browser/team/key-address';
import { TEAM_COOKIE, type TeamChoice } from '@/lib/browser/team/team-choice';
import type { TeamDraft } from '@/lib/browser/team/team-draft';
import { setCookie } from '@/lib/browser/ui/set-cookie';
import { toast } from '@/lib/browser/ui/toast';
import { useFocusNeighbour } from '@/lib/browser/ui/use-focus-neighbour';
import { AgentLetter } from '../run/agent/agent-letter';
import { Button, buttonClass } from '../ui/button';
import { Chip } from '../ui/chip';
import { ConfirmDialog } from '../ui/confirm-dialog';
import { IconButton } from '../ui/icon-button';
import { Menu } from '../ui/menu';
import { PlaceChip } from '../ui/place-chip';
import { texts } from './texts';

const EXPORTS = [
  { format: 'yaml', label: texts.asYaml },
  { format: 'json', label: texts.asJson },
];

interface TeamRowProps {
  team: TeamChoice & { description: string | null; needs: string | null };
  definition: TeamDraft;
  /** The name of its workspace; null = that needs no saying. */
  place?: string | null;
  /** It answers the next question. */
  isChosen?: boolean;
  /** Backends of it that cannot answer now; `null` = not known yet. */
  problems?: TeamProblem[] | null;
  /** Nobody in it can answer: what is asked would fail at once. */
  isOut?: boolean;
}

/** A team of the list: who is in it, and what one can do with it. */
export function TeamRow({
  team,
  definition,
  place = null,
  isChosen = false,
  problems = null,
  isOut = false,
}: TeamRowProps) {
  const router = useRouter();
  const [deleting, setDeleting] = useState(false);
  const row = useRef<HTMLLIElement>(null);
  useFocusNeighbour(row);

  async function attempt(work: () => Promise<void>) {
    try {
      await work();
      router.refresh();
    } catch (error) {
      toast(errorText(error), { kind: 'error' });
    }
  }
  const duplicate = () =>
    attempt(async () => {
      const copy = { ...definition, name: texts.copyOf(definition.name) };
      const made = await api<{ team: { id: string } }>('POST', '/teams', { team: copy });
      router.push(`/teams/${made.team.id}`);
    });
  function ask() {
    setCookie(TEAM_COOKIE, team.id);
    router.push('/');
  }
  const remove = () => attempt(() => api('DELETE', `/teams/${team.id}`));

  return (
    <li ref={row} className="flex flex-wrap items-start gap-x-4 gap-y-2 border-line border-b py-4 last:border-b-0">
      <div className="min-w-0 flex-1 basis-72">
        <h2 className="flex flex-wrap items-center gap-2 font-medium">
          {team.name}
          {team.builtIn && <Chip>{texts.builtIn}</Chip>}
          <PlaceChip place={place} />
          {isChosen && <Chip tone="accent">{texts.answersNext}</Chip>}
        </h2>
        {team.description && <p className="text-muted text-sm">{team.description}</p>}
        {problems === null && team.needs && <p className="text-muted text-sm">{texts.needs(team.needs)}</p>}
        {problems?.map(({ type, label, word, remedy, slots }) => (
          <p key={type} className="text-sm text-warn">
            {texts.slotsCannotAnswer(slots, label, word.toLowerCase())} {remedy}{' '}
            <Link href={keyAddress(type)} className="underline underline-offset-2">
              {texts.setUp(label)}
            </Link>
          </p>
        ))}
        <ul className="mt-2 flex flex-wrap gap-x-4 gap-y-1.5 text-muted text-xs">
          {team.agents.map((agent) => (
            <li key={agent.slot} className="flex items-center gap-1.5">
              <AgentLetter slot={agent.slot} />
              <span className="text-text">{agent.name}</span>
              {agent.backend === 'demo' ? texts.simulation : agent.model}
            </li>
          ))}
        </ul>
      </div>
      <div className="flex flex-wrap items-center gap-1">
        {!isOut && (
          <Button size="sm" aria-label={texts.askTeam(team.name)} onClick={ask}>
            <MessageSquare className="icon" aria-hidden />
            {texts.ask}
          </Button>
        )}
        <Button look="quiet" size="sm" aria-label={texts.duplicateTeam(team.name)} onClick={duplicate}>
          <Copy className="icon" aria-hidden />
          {texts.duplicate}
        </Button>
        <Menu
          label={texts.exportTeam(team.name)}
          trigger={
            <>
              <Download className="icon" aria-hidden />
              {texts.export}
            </>
          }
          triggerClass={buttonClass('quiet', 'sm', 'align-top')}
          items={EXPORTS.map(({ format, label }) => ({
            label,
            onSelect: () => download(`/api/v1/teams/${team.id}/export?format=${format}`),
          }))}
        />
        {!team.builtIn && (
          <>
            <Button size="sm" aria-label={texts.editTeam(team.name)} onClick={() => router.push(`/teams/${team.id}`)}>
              <Pencil className="icon" aria-hidden />
              {texts.edit}
            </Button>
            <IconButton label={texts.deleteTeam(team.name)} icon={Trash2} onClick={() => setDeleting(true)} />
          </>
        )}
      </div>
      <ConfirmDialog
        open={deleting}
        title={texts.deleteTitle}
        text={texts.deleteText(team.name)}
        action={texts.delete}
        onConfirm={remove}
        onClose={() => setDeleting(false)}
      />
    </li>
  );
}
