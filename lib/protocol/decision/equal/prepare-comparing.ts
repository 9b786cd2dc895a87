import { compareAnswers } from './compare-answers';

let isPrepared = false;

/** The first comparison of a process takes tens of milliseconds, the next ones less than one: it is made before anybody waits for it. */
export function prepareComparing(): void {
  if (isPrepared) return;
  isPrepared = true;
  for (let round = 0; round < 3; round += 1)
    compareAnswers('So it is.\nFinal answer: 1,200 kWh', 'Final answer: 1.2 MWh');
}
