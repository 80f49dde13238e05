/** How the names of a stage form's fields begin: texts and files may answer deliverables of one key. */
export const TEXT_FIELDS = 'text-';
/** What a text was when the page was made. */
export const BASE_FIELDS = 'base-';
/** Among plain fields, one of these is a file that nobody chose. */
export const FILE_FIELDS = 'file-';

export const textField = (deliverable: string): string => TEXT_FIELDS + deliverable;
export const baseField = (deliverable: string): string => BASE_FIELDS + deliverable;
export const fileField = (deliverable: string): string => FILE_FIELDS + deliverable;
