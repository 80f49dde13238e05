/** Whether this is production, known even when the rest of the settings cannot be read: it decides how that is said. */
export const isProduction = (): boolean => process.env['NODE_ENV'] === 'production';
