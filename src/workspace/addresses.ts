/** Where the pages of this room stand. A team's own, and the same as its staff read it, differ in how they begin. */
export const workspaceAt = (course: string, assignment: string): string => `/courses/${course}/assignments/${assignment}/workspace`;
export const workspacesAt = (course: string, assignment: string): string => `/courses/${course}/assignments/${assignment}/workspaces`;
export const sectionAt = (workspace: string, section: string): string => `${workspace}/sections/${section}`;
export const rowAt = (workspace: string, section: string, row: string): string => `${sectionAt(workspace, section)}/rows/${row}`;
export const historyAt = (workspace: string, cell?: { readonly row: string; readonly field: string }): string =>
  cell ? `${workspace}/history?${new URLSearchParams({ row: cell.row, field: cell.field }).toString()}` : `${workspace}/history`;
