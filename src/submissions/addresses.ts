/** Where the pages of this room stand; keys and slugs are addresses already. */
export const assignmentAt = (course: string, assignment: string): string => `/courses/${course}/assignments/${assignment}`;
export const stageAt = (course: string, assignment: string, stage: string): string => `${assignmentAt(course, assignment)}/stages/${stage}`;
export const submissionAt = (course: string, id: string): string => `/courses/${course}/submissions/${id}`;
export const teamsAt = (course: string): string => `/courses/${course}/teams`;
