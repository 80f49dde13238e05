/** In characters. Length is what makes a password hard to guess; nothing else is asked of it. */
export const PASSWORD_LENGTH = { min: 12, max: 128 } as const;
