/** What decides the form of the log, known even when the rest of the settings cannot be read: it decides how that is said. */
interface Given {
  readonly NODE_ENV?: string | undefined;
  readonly LOG_FORMAT?: string | undefined;
}

/** JSON lines for machines where `LOG_FORMAT` says so and, without it, in production; else lines for who reads them as they come. */
export const logsAsJson = ({ NODE_ENV, LOG_FORMAT }: Given): boolean => (LOG_FORMAT ? LOG_FORMAT === 'json' : NODE_ENV === 'production');

export const processLogsAsJson = (): boolean => logsAsJson({ NODE_ENV: process.env['NODE_ENV'], LOG_FORMAT: process.env['LOG_FORMAT'] });
