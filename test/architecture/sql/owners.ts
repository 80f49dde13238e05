/** The room that a table belongs to: it alone writes it. Other rooms ask its services and queries, or join SQL that it exports. */
export const OWNERS: Readonly<Record<string, string>> = {
  ...owned('platform', ['audit_line', 'blob', 'mail', 'migrations', 'search_document']),
  ...owned('people', ['assistant_section', 'course', 'enrolment', 'notice_preference', 'person', 'private_address', 'section']),
  ...owned('auth', ['credential', 'session', 'sign_in_failure']),
  ...owned('announcements', ['announcement', 'announcement_reading']),
  ...owned('curriculum', ['meeting', 'self_check_attempt', 'self_check_counting', 'study_mark', 'unit_release']),
  ...owned('slides', ['deck_pdf']),
  ...owned('assignments', ['assignment', 'stage']),
  ...owned('teams', ['team', 'team_member']),
  ...owned('workspace', ['worksheet', 'worksheet_cell', 'worksheet_change', 'worksheet_presence', 'worksheet_row']),
  ...owned('submissions', ['draft', 'draft_file', 'submission', 'submission_file', 'submission_member']),
  ...owned('grading', ['assessment', 'assessment_criterion', 'assessment_save', 'posted_mark', 'posting', 'rubric_version']),
};

/** A backup knows no table by name. */
export const ANY_TABLE = 'src/admin/backup/';

const PEOPLE = ['enrolment', 'person', 'section'];

/** Tables that a room reads though they are another's, with the reason. Nobody writes what is not theirs. */
export const READ_BY_OTHERS: readonly { readonly room: string; readonly tables: readonly string[]; readonly because: string }[] = [
  { room: 'announcements', tables: PEOPLE, because: 'names of authors, and who is to be written to, in the statement that finds them' },
  {
    room: 'announcements',
    tables: ['assistant_section', 'course'],
    because: 'assistants are written to by their sections, in the course’s zone',
  },
  {
    room: 'curriculum',
    tables: PEOPLE,
    because: 'results of a class are counted by set, and a self-check waits for its student’s enrolment',
  },
  { room: 'slides', tables: ['blob'], because: 'the size of a file beside its name' },
  { room: 'search', tables: ['search_document'], because: 'the index is machinery; its ranking and its rights are the search’s' },
  { room: 'teams', tables: PEOPLE, because: 'members by name' },
  { room: 'workspace', tables: ['person', 'section'], because: 'names beside changes, and the section of each team' },
  {
    room: 'workspace',
    tables: ['assignment', 'team', 'team_member'],
    because: 'a cell is saved in one statement, which finds the worksheet of its writer’s team',
  },
  { room: 'submissions', tables: ['blob'], because: 'the size of a file beside its name' },
  {
    room: 'submissions',
    tables: ['course', 'enrolment', 'person'],
    because: 'names beside work, and reminders to whoever has not handed in',
  },
  {
    room: 'submissions',
    tables: ['assignment', 'stage', 'team', 'team_member'],
    because: 'a draft and its attempts are found by stage and team in one statement',
  },
  { room: 'submissions', tables: ['mail'], because: 'nobody is reminded twice for one cause' },
  { room: 'grading', tables: PEOPLE, because: 'names beside assessments, and who is told of marks' },
  { room: 'grading', tables: ['assignment', 'stage', 'team'], because: 'the queue is one statement over all teams and stages' },
  {
    room: 'grading',
    tables: ['submission', 'submission_member'],
    because: 'an assessment is one submission’s, and its marks are its members’',
  },
  { room: 'gradebook', tables: [...PEOPLE, 'stage', 'team', 'team_member'], because: 'every student at every stage in one pass' },
  {
    room: 'gradebook',
    tables: ['assessment', 'assessment_criterion', 'posted_mark', 'posting', 'submission', 'submission_member'],
    because: 'every student at every stage in one pass',
  },
  {
    room: 'home',
    tables: ['assessment', 'draft', 'draft_file', 'posting', 'stage', 'submission', 'team', 'team_member'],
    because: 'a home says in one statement what several rooms know',
  },
  {
    room: 'admin',
    tables: [...PEOPLE, 'course', 'blob', 'mail', 'audit_line', 'migrations'],
    because: 'the doctor and the overview look at the whole installation',
  },
  {
    room: 'admin',
    tables: ['deck_pdf', 'draft_file', 'stage', 'submission', 'submission_file', 'submission_member', 'team', 'team_member'],
    because: 'the doctor and the overview look at the whole installation',
  },
  {
    room: 'admin',
    tables: ['assessment', 'assessment_criterion', 'assessment_save', 'posted_mark', 'posting', 'rubric_version'],
    because: 'the doctor and the overview look at the whole installation',
  },
];

function owned(room: string, tables: readonly string[]): Record<string, string> {
  return Object.fromEntries(tables.map((table) => [table, room]));
}

/** `teams` of `src/teams/teams.queries.ts` */
export const roomOf = (file: string): string => file.split('/')[1]!;
