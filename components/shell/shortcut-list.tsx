import { texts } from './shortcuts-texts';

const SHORTCUTS: [keys: string, what: string][] = [
  [texts.keys.enter, texts.send],
  [texts.keys.ctrlEnter, texts.steer],
  [texts.keys.shiftEnter, texts.newLine],
  [texts.keys.escape, texts.stop],
  ['1 – 9', texts.goToAgent],
  ['← →', texts.nextAgent],
  ['u', texts.choose],
  ['g a', texts.agents],
  ['g t', texts.timeline],
  ['g d', texts.answers],
  ['g v', texts.votes],
  ['g x', texts.context],
  ['g c', texts.cost],
  ['g f', texts.files],
  [texts.keys.ctrlK, texts.palette],
  ['n', texts.newChat],
  ['b', texts.sidebar],
  ['?', texts.list],
  ['F6', texts.messages],
];

/** Every key that does something, and what. */
export function ShortcutList() {
  return (
    <>
      <dl className="grid grid-cols-[auto_1fr] items-center gap-x-5 gap-y-2 text-sm">
        {SHORTCUTS.map(([keys, what]) => (
          <div key={keys} className="contents">
            <dt>
              <kbd className="rounded-control border border-line bg-sunken px-1.5 py-0.5 font-mono text-xs">{keys}</kbd>
            </dt>
            <dd className="text-muted">{what}</dd>
          </div>
        ))}
      </dl>
      <p className="mt-4 text-muted text-sm">{texts.switchOff}</p>
    </>
  );
}
