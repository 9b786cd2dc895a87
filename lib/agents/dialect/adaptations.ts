import type { Adaptation } from './adaptation';
import { bridgeToolResults } from './bridge-tool-results';
import { contentAsString } from './content-as-string';
import { fewerTokens } from './fewer-tokens';
import { fillEmptyContent } from './fill-empty-content';
import { leaveChoiceOpen } from './leave-choice-open';
import { nameOfTokenLimit } from './name-of-token-limit';
import { offerTools } from './offer-tools';
import { oneSystemMessage } from './one-system-message';
import { plainSchemas } from './plain-schemas';
import { roleOfSystem } from './role-of-system';
import { shortToolIds } from './short-tool-ids';
import { systemInQuestion } from './system-in-question';
import { textForm } from './text-form';
import { wholeReply } from './whole-reply';
import { withoutField } from './without-field';
import { withoutMessageField } from './without-message-field';

/** In the order in which they are tried: what changes least, and what a refusal names most exactly, comes first. */
export const ADAPTATIONS: readonly Adaptation[] = [
  nameOfTokenLimit,
  fewerTokens,
  shortToolIds,
  withoutMessageField,
  roleOfSystem,
  oneSystemMessage,
  bridgeToolResults,
  systemInQuestion,
  fillEmptyContent,
  contentAsString,
  offerTools,
  leaveChoiceOpen,
  withoutField,
  plainSchemas,
  wholeReply,
  textForm,
];
