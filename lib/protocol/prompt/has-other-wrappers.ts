import { checksOf } from '../decision/checks/checks-of';
import { isSharing } from '../sharing';
import type { Team } from '../team';

/** True when others' text stands in wrappers besides those of answers, which an answer must not be able to imitate. */
export function hasOtherWrappers(team: Team | null): boolean {
  return isSharing(team) || checksOf(team).length > 0;
}
