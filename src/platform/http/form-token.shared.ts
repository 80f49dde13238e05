/** The name of the hidden field that every form carries; the guard reads it, no schema needs to know it. */
export const FORM_TOKEN_FIELD = '_token';
/** Where a script puts the same token. */
export const FORM_TOKEN_HEADER = 'x-form-token';
