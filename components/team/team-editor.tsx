'use client';
import { Plus } from 'lucide-react';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { api } from '@/lib/client/api';
import { errorText } from '@/lib/client/api-error';
import { type TeamDraft, withAgent, withLetters, withNewAgent } from '@/lib/client/team-draft';
import { DEFAULT_INCLUDE, peersOf, sharingOf } from '@/lib/client/team-sharing';
import { toast } from '@/lib/client/toast';
import { useBackends } from '@/lib/client/use-backends';
import { useTeamValidation } from '@/lib/client/use-team-validation';
import { Button, buttonClass } from '../ui/button';
import { Field } from '../ui/field';
import { Input } from '../ui/input';
import { Notice } from '../ui/notice';
import { AgentFields } from './agent-fields';
import { PathList } from './path-list';
import { RuleFields } from './rule-fields';
import { SharingFields } from './sharing-fields';

/** Makes (`id` null) or changes a team; faults stand at their fields while one types. */
export function TeamEditor({ id, initial }: { id: string | null; initial: TeamDraft }) {
  const router = useRouter();
  const [team, setTeam] = useState(() => withLetters(initial));
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const backends = useBackends();
  const { faultAt, warningAt, valid, warnings } = useTeamValidation(team);

  // What is said of a parameter stands beside it.
  const general = warnings.filter(({ path }) => !path.includes('.params.'));

  const sharing = sharingOf(team);

  async function save() {
    setBusy(true);
    setError(null);
    try {
      await (id ? api('PATCH', `/teams/${id}`, { team }) : api('POST', '/teams', { team }));
      toast(`“${team.name}” is saved.`);
      router.push('/teams');
      router.refresh();
    } catch (cause) {
      setError(`${errorText(cause)} Your changes are still here.`);
      setBusy(false);
    }
  }

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <Field label="Team name" error={faultAt('name')}>
        {(control) => (
          <Input {...control} value={team.name} onChange={(event) => setTeam({ ...team, name: event.target.value })} />
        )}
      </Field>
      <h2 className="mt-8 mb-3 font-semibold text-base">Agents</h2>
      {faultAt('agents') && <p className="mb-2 text-danger text-xs">{faultAt('agents')}</p>}
      <div className="flex flex-col gap-3">
        {team.agents.map((agent, index) => (
          <AgentFields
            // biome-ignore lint/suspicious/noArrayIndexKey: the slot letter is edited in place, the position is the identity.
            key={index}
            agent={agent}
            path={`agents[${index}]`}
            backends={backends}
            faultAt={faultAt}
            warningAt={warningAt}
            sharing={sharing && { peers: peersOf(team, index), include: sharing.include ?? DEFAULT_INCLUDE }}
            weighted={team.coordination?.voteRule === 'weighted'}
            onChange={(changed) => setTeam(withAgent(team, index, changed))}
            onRemove={
              team.agents.length > 1
                ? () => setTeam({ ...team, agents: team.agents.filter((_, at) => at !== index) })
                : undefined
            }
          />
        ))}
        <Button className="self-start" onClick={() => setTeam(withNewAgent(team))}>
          <Plus className="icon" aria-hidden />
          Add agent
        </Button>
      </div>
      <SharingFields team={team} faultAt={faultAt} onChange={setTeam} />
      <RuleFields team={team} faultAt={faultAt} onChange={setTeam} />
      {general.length > 0 && (
        <div className="mt-8">
          <PathList title="Worth knowing" entries={general.map(({ path, message }) => ({ key: path, message }))}>
            The team works; this may not be what you expect.
          </PathList>
        </div>
      )}
      <div className="sticky bottom-0 -mx-4 mt-8 flex flex-col gap-2 border-line border-t bg-bg px-4 py-3">
        {error && <Notice tone="danger">{error}</Notice>}
        <div className="flex items-center justify-end gap-2">
          {!valid && <span className="mr-auto text-danger text-xs">Some fields need your attention.</span>}
          <Link href="/teams" className={buttonClass()}>
            Cancel
          </Link>
          <Button look="primary" type="submit" disabled={busy || !valid}>
            Save team
          </Button>
        </div>
      </div>
    </form>
  );
}
