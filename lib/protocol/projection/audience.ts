/**
 * For whom a run is projected. `member` = everybody whom the permission table lets read the run as such, the viewers of its workspace
 * included: they see all of the log. An audience that sees less comes with a table of its own here.
 */
export type Audience = 'member';
