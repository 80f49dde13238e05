/** What those who have a worksheet open follow. */
export const topicOf = (sheetId: string): string => `worksheet:${sheetId}`;
