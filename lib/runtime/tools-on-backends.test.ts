import { describe, expect, test } from 'vitest';
import { DOUBLE_READERS } from '@/lib/context-sharing/testing/double-readers';
import { useDoubleRuns } from '@/lib/context-sharing/testing/double-runs';
import { sharingTeam } from '@/lib/context-sharing/testing/sharing-team';
import { textsIn } from '@/lib/context-sharing/testing/texts-in';
import { createScriptedBackend } from '@/lib/engine/testing/scripted-backend';
import { teamScript } from '@/lib/engine/testing/team-script';
import { createTestSource } from '@/lib/engine/testing/test-tools';

const MEASURED = 'The workshop has measured 42 mm.';

describe.each(
  DOUBLE_READERS.map((reader) => ({
    ...reader,
    model: reader.model.replace('note-b', 'use-b').replace('pro-preview', 'use'),
  })),
)('$type, $model, tools: $canCallTools', ({ type, model, canCallTools, faults }) => {
  const runs = useDoubleRuns();
  const seat = { type, model, canCallTools };

  test('a single agent uses a tool of a source in requests that its provider takes, and answers with it', async () => {
    const source = createTestSource({ measure: { text: MEASURED } });
    await runs.openWith([], [type], [source]);
    const played = await runs.play(sharingTeam([seat], null), `Alone on ${type} ${model}`);
    expect(played.state).toMatchObject({ status: 'finished', final: { presented: true } });
    expect(source.runs).toMatchObject([
      { tool: 'measure', arguments: { what: `for ${model}` }, phase: 'presentation' },
    ]);
    const bodies = runs.bodiesOf(played, 'A');
    expect(bodies).toHaveLength(2);
    expect(bodies.map((body) => faults(body))).toEqual([[], []]);
    expect(textsIn(bodies[1]).join('\n')).toContain(MEASURED);
    // What it said before it used the tool is not the answer.
    expect(played.state.final?.text).not.toContain('measure');
  });

  test('in a team it uses one while it works, and as the presenter', async () => {
    const source = createTestSource({ measure: { text: MEASURED } });
    const other = createScriptedBackend({ script: teamScript(2) });
    await runs.openWith([other], [type], [source]);
    const team = sharingTeam([{ type: 'scripted' }, seat], null);
    const coordination = { ...team.coordination, presenter: 'B' };
    const played = await runs.play({ ...team, coordination }, `Together on ${type} ${model}`);
    expect(played.state).toMatchObject({ status: 'finished', final: { presented: true } });
    const used = source.runs.filter(({ arguments: given }) => JSON.stringify(given).includes(model));
    expect(used.map(({ phase }) => phase)).toContain('coordination');
    const bodies = runs.bodiesOf(played, 'B');
    expect(bodies.map((body) => faults(body))).toEqual(bodies.map(() => []));
    expect(textsIn(bodies.at(-1)).join('\n')).toContain(MEASURED);
    const offered = played.events.filter((event) => event.type === 'tools.offered' && event.slot === 'B');
    const started = played.events.filter((event) => event.type === 'agent.started' && event.slot === 'B');
    expect(offered).toHaveLength(started.length);
  });
});
