'use client';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useMemo, useState } from 'react';
import { api } from '@/lib/browser/api/api';
import { ApiError, errorText } from '@/lib/browser/api/api-error';
import type { ModelReliability } from '@/lib/browser/reliability/model-reliability';
import { TEAM_COOKIE } from '@/lib/browser/team/team-choice';
import { type TeamDraft, withLetters } from '@/lib/browser/team/team-draft';
import { useBackends } from '@/lib/browser/team/use-backends';
import { useModelChoices } from '@/lib/browser/team/use-model-choices';
import { useTeamValidation } from '@/lib/browser/team/use-team-validation';
import { setCookie } from '@/lib/browser/ui/set-cookie';
import { toast } from '@/lib/browser/ui/toast';
import { useKeptState } from '@/lib/browser/ui/use-kept-state';
import { Button, buttonClass } from '../ui/button';
import { Field } from '../ui/field';
import { Input } from '../ui/input';
import { Notice } from '../ui/notice';
import { AgentList } from './agent-list';
import { EditorMore } from './editor-more';
import { ChecksFields } from './fields/checks-fields';
import { PathList } from './fields/path-list';
import { RuleFields } from './fields/rule-fields';
import { SharingFields } from './fields/sharing-fields';
import { HomeField } from './home-field';
import { KeptNotice } from './kept-notice';
import { ModelChoiceFields } from './model-choice-fields';
import { TeamConflict } from './team-conflict';
import { TeamGone } from './team-gone';
import { texts } from './texts';
import { UnequalNotice } from './unequal-notice';

type SavedTeam = TeamDraft & { version: number };

interface TeamEditorProps {
  id: string | null;
  /** Where what is not saved yet is kept; `null` = nowhere. */
  draftKey: string | null;
  initial: TeamDraft;
  /** Of a saved team: the version that `initial` is. */
  version?: number;
  /** What is known of how often models are right; absent = nothing. */
  known?: ModelReliability[];
  /** Of a new team: where it can be made besides one's own. */
  workspaces?: { id: string; name: string }[];
}

const NOTHING_KNOWN: ModelReliability[] = [];
const NOWHERE: { id: string; name: string }[] = [];

/** Makes (`id` null) or changes a team; faults stand at their fields while one types. */
export function TeamEditor({
  id,
  draftKey,
  initial,
  version,
  known = NOTHING_KNOWN,
  workspaces = NOWHERE,
}: TeamEditorProps) {
  const router = useRouter();
  const kept = useKeptState(
    draftKey,
    // With the version that it was made on, so that a draft of last week does not replace what others have saved since.
    useMemo(() => ({ team: withLetters(initial), madeOn: version }), [initial, version]),
  );
  const { team, madeOn } = kept.value;
  const setTeam = (changed: TeamDraft) => kept.setValue({ team: changed, madeOn });
  /** The workspace of a new team; empty = one's own. */
  const [home, setHome] = useState('');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);
  /** What somebody else has saved since this page was opened. */
  const [theirs, setTheirs] = useState<SavedTeam | null>(null);
  /** Somebody else has deleted it. */
  const [isGone, setGone] = useState(false);
  const backends = useBackends();
  const choices = useModelChoices();
  // A new team is made by ticking where there is something to tick; who changes one came for the rest.
  const canTick = choices && choices.length > 0;
  const { faultAt, warningAt, valid, warnings } = useTeamValidation(team);

  // What is said of a parameter stands beside it.
  const general = warnings.filter(({ path }) => !path.includes('.params.'));

  /** `from` = the version that is replaced; `null` saves it as a team of its own. `thenTry` = on to a new chat with it, else back to the list. */
  async function save(to: { id: string; from: number | undefined } | null, thenTry = false) {
    setBusy(true);
    setError(null);
    try {
      const saved = await (to
        ? api<{ team: { id: string } }>('PATCH', `/teams/${to.id}`, { team, version: to.from })
        : api<{ team: { id: string } }>('POST', '/teams', { team, ...(home && { workspaceId: home }) }));
      kept.forget();
      // Who has just made a team means to ask it next.
      setCookie(TEAM_COOKIE, saved.team.id);
      toast(texts.savedAndChosen(team.name));
      router.push(thenTry ? '/' : '/teams');
      router.refresh();
    } catch (cause) {
      if (cause instanceof ApiError && cause.status === 409 && cause.current) setTheirs(cause.current as SavedTeam);
      else if (to && cause instanceof ApiError && cause.status === 404) setGone(true);
      else setError(texts.notSaved(errorText(cause)));
      setBusy(false);
    }
  }

  function take(saved: SavedTeam) {
    const mine = kept.value;
    const { name, agents, coordination, limits } = saved;
    const definition = { name, agents, ...(coordination && { coordination }), ...(limits && { limits }) };
    kept.setValue({ team: withLetters(definition), madeOn: saved.version });
    setTheirs(null);
    toast(texts.savedShown, { action: { label: texts.backToYours, run: () => kept.setValue(mine) } });
  }

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        const { submitter } = event.nativeEvent as SubmitEvent;
        const thenTry = submitter instanceof HTMLButtonElement && submitter.value === 'try';
        void save(id ? { id, from: madeOn } : null, thenTry);
      }}
    >
      <KeptNotice restored={kept.restored} onDiscard={kept.discard} />
      <Field label={texts.teamName} error={faultAt('name')}>
        {(control) => (
          <Input {...control} value={team.name} onChange={(event) => setTeam({ ...team, name: event.target.value })} />
        )}
      </Field>
      {id === null && workspaces.length > 0 && <HomeField home={home} workspaces={workspaces} onChange={setHome} />}
      {choices && canTick && <ModelChoiceFields team={team} choices={choices} onChange={setTeam} />}
      <EditorMore isShort={id === null && valid ? canTick : false}>
        <AgentList
          team={team}
          backends={backends}
          choices={choices}
          faultAt={faultAt}
          warningAt={warningAt}
          onChange={setTeam}
        />
        <SharingFields team={team} faultAt={faultAt} onChange={setTeam} />
        <RuleFields team={team} faultAt={faultAt} onChange={setTeam} />
        {team.coordination?.decision === 'evidence' && (
          <ChecksFields team={team} faultAt={faultAt} onChange={setTeam} />
        )}
      </EditorMore>
      <UnequalNotice team={team} known={known} />
      {general.length > 0 && (
        <div className="mt-8">
          <PathList title={texts.warnings} entries={general.map(({ path, message }) => ({ key: path, message }))}>
            {texts.warningsText}
          </PathList>
        </div>
      )}
      <div className="sticky bottom-0 -mx-4 [@media(max-height:480px)]:static mt-8 flex flex-col gap-2 border-line border-t bg-bg px-4 py-3">
        {theirs && id && (
          <TeamConflict
            mine={team}
            theirs={theirs}
            busy={busy}
            onTake={() => take(theirs)}
            onOverwrite={() => void save({ id, from: theirs.version })}
            onSaveAsNew={() => void save(null)}
          />
        )}
        {isGone && <TeamGone busy={busy} onSaveAsNew={() => void save(null)} />}
        {error && <Notice tone="danger">{error}</Notice>}
        <div className="flex flex-wrap items-center justify-end gap-2">
          {!valid && <span className="mr-auto text-danger text-xs">{texts.faults}</span>}
          <Link href="/teams" onClick={kept.forget} className={buttonClass()}>
            {texts.cancel}
          </Link>
          {!theirs && !isGone && (
            <>
              <Button type="submit" value="try" disabled={busy || !valid}>
                {texts.saveAndTry}
              </Button>
              <Button look="primary" type="submit" disabled={busy || !valid}>
                {texts.saveTeam}
              </Button>
            </>
          )}
        </div>
      </div>
    </form>
  );
}
