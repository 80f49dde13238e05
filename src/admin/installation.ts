/** What runs here, on what, and how much there is of everything. Sizes are in bytes. */
export interface InstallationFacts {
  readonly version: string;
  readonly node: string;
  readonly postgres: string;
  readonly address: string;
  /** Where files are kept, and the embedded database. */
  readonly folder: string;
  readonly freeBytes: number;
  readonly databaseBytes: number;
  /** The newest migration the database holds. */
  readonly migration: string | null;
  readonly courses: number;
  readonly people: number;
  readonly teams: number;
  readonly submissions: number;
  readonly assessments: number;
  readonly files: number;
  readonly fileBytes: number;
  readonly mails: number;
  readonly jobs: number;
  /** Jobs that were tried as often as they may be. */
  readonly failedJobs: number;
}
