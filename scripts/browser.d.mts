export function findBrowser(given?: string): string | undefined;
export function browserEnvironment(): Promise<{ CHROMIUM_PATH?: string }>;
