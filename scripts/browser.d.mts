export function findBrowser(): string | undefined;
export function browserEnvironment(): Promise<{ CHROMIUM_PATH?: string }>;
