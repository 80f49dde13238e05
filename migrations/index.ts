import { CreatePeople1795305600001 } from './1795305600001-create-people.js';
import { CreatePlatformTables1795305600002 } from './1795305600002-create-platform-tables.js';
import { CreateSignIn1795305600003 } from './1795305600003-create-sign-in.js';
import { CreateCurriculum1795305600004 } from './1795305600004-create-curriculum.js';
import { CreateAssignments1795305600005 } from './1795305600005-create-assignments.js';
import { CreateTeams1795305600006 } from './1795305600006-create-teams.js';
import { CreateSubmissions1795305600007 } from './1795305600007-create-submissions.js';
import { CreateGrading1795305600008 } from './1795305600008-create-grading.js';
import { CreateStudy1795305600009 } from './1795305600009-create-study.js';
import { CreateSearch1795305600010 } from './1795305600010-create-search.js';
import { CreateNotices1795305600011 } from './1795305600011-create-notices.js';
import { RememberChangesOfDates1795305600012 } from './1795305600012-remember-changes-of-dates.js';
import { CreateDeckPdf1795305600013 } from './1795305600013-create-deck-pdf.js';
import { LetSelfChecksCount1795305600014 } from './1795305600014-let-self-checks-count.js';
import { MarkWrittenAssessments1795305600015 } from './1795305600015-mark-written-assessments.js';
import { NameSearchBatches1795305600016 } from './1795305600016-name-search-batches.js';
import { CreateWorksheets1795305600017 } from './1795305600017-create-worksheets.js';
import { RememberWhoIsWhere1795305600018 } from './1795305600018-remember-who-is-where.js';

export const migrations = [
  CreatePeople1795305600001,
  CreatePlatformTables1795305600002,
  CreateSignIn1795305600003,
  CreateCurriculum1795305600004,
  CreateAssignments1795305600005,
  CreateTeams1795305600006,
  CreateSubmissions1795305600007,
  CreateGrading1795305600008,
  CreateStudy1795305600009,
  CreateSearch1795305600010,
  CreateNotices1795305600011,
  RememberChangesOfDates1795305600012,
  CreateDeckPdf1795305600013,
  LetSelfChecksCount1795305600014,
  MarkWrittenAssessments1795305600015,
  NameSearchBatches1795305600016,
  CreateWorksheets1795305600017,
  RememberWhoIsWhere1795305600018,
];
