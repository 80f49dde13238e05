export type { Team, TeamMember, TeamSize } from './team.js';
export { TeamNotFound } from './teams.errors.js';
export { OWN_TEAM_COLUMN, type OwnTeamRow } from './teams.queries.js';
export { TeamsModule } from './teams.module.js';
export { memberIdsOf } from './teams.queries.js';
export { TeamsService } from './teams.service.js';
