/** What a person has decided for all that is theirs, on whatever device. */
export interface PersonalSettings {
  /** Who gives their conversations titles and summaries: a model of the team that was asked, or a rule. */
  titles: 'model' | 'rule';
  /** Their private conversations that they have not used for as many days are deleted; null = never. */
  retentionDays: number | null;
}
