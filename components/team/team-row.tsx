'use client';
import { Copy, Download, Pencil, Trash2 } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { api } from '@/lib/client/api';
import { errorText } from '@/lib/client/api-error';
import { download } from '@/lib/client/download';
import type { TeamChoice } from '@/lib/client/team-choice';
import type { TeamDraft } from '@/lib/client/team-draft';
import { toast } from '@/lib/client/toast';
import { AgentLetter } from '../agent/agent-letter';
import { Button, buttonClass } from '../ui/button';
import { Chip } from '../ui/chip';
import { ConfirmDialog } from '../ui/confirm-dialog';
import { IconButton } from '../ui/icon-button';
import { Menu } from '../ui/menu';

const EXPORTS = [
  { format: 'yaml', label: 'As YAML' },
  { format: 'json', label: 'As JSON' },
];

interface TeamRowProps {
  team: TeamChoice & { description: string | null; needs: string | null };
  definition: TeamDraft;
}

/** A team of the list: who is in it, and what one can do with it. */
export function TeamRow({ team, definition }: TeamRowProps) {
  const router = useRouter();
  const [deleting, setDeleting] = useState(false);

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
      const copy = { ...definition, name: `${definition.name} copy` };
      const made = await api<{ team: { id: string } }>('POST', '/teams', { team: copy });
      router.push(`/teams/${made.team.id}`);
    });
  const remove = () => attempt(() => api('DELETE', `/teams/${team.id}`));

  return (
    <li className="flex flex-wrap items-start gap-x-4 gap-y-2 border-line border-b py-4 last:border-b-0">
      <div className="min-w-0 flex-1 basis-72">
        <h2 className="flex items-center gap-2 font-medium">
          {team.name}
          {team.builtIn && <Chip>Built in</Chip>}
        </h2>
        {team.description && <p className="text-muted text-sm">{team.description}</p>}
        {team.needs && <p className="text-muted text-sm">Needs: {team.needs}</p>}
        <ul className="mt-2 flex flex-wrap gap-x-4 gap-y-1.5 text-muted text-xs">
          {team.agents.map((agent) => (
            <li key={agent.slot} className="flex items-center gap-1.5">
              <AgentLetter slot={agent.slot} />
              <span className="text-text">{agent.name}</span>
              {agent.backend === 'demo' ? 'simulation' : agent.model}
            </li>
          ))}
        </ul>
      </div>
      <div className="flex items-center gap-1">
        <Button look="quiet" size="sm" aria-label={`Duplicate ${team.name}`} onClick={duplicate}>
          <Copy className="icon" aria-hidden />
          Duplicate
        </Button>
        <Menu
          label={`Export ${team.name}`}
          trigger={
            <>
              <Download className="icon" aria-hidden />
              Export
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
            <Button size="sm" aria-label={`Edit ${team.name}`} onClick={() => router.push(`/teams/${team.id}`)}>
              <Pencil className="icon" aria-hidden />
              Edit
            </Button>
            <IconButton label={`Delete ${team.name}`} icon={Trash2} onClick={() => setDeleting(true)} />
          </>
        )}
      </div>
      <ConfirmDialog
        open={deleting}
        title="Delete this team?"
        text={`“${team.name}” can then no longer be chosen. Runs that used it are kept.`}
        action="Delete"
        onConfirm={remove}
        onClose={() => setDeleting(false)}
      />
    </li>
  );
}
